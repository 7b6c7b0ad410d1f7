/** The kinds of file that can be added to a case. */
export const documentExtensions = ["pdf", "docx", "odt", "png", "jpg", "jpeg", "txt"] as const;
