import { endsAsZip, zipEntries } from "./zip-directory.server.ts";

export const documentKinds = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  png: "image/png",
  jpeg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
} as const;
export type DocumentKind = keyof typeof documentKinds;

const kindByExtension: Record<string, DocumentKind> = {
  pdf: "pdf",
  docx: "docx",
  odt: "odt",
  png: "png",
  jpg: "jpeg",
  jpeg: "jpeg",
  txt: "txt",
};

/** Endings that open as something else than they look like when they stand before the last one. */
const anotherEnding =
  /\.(?:pdf|docx?|docm|dotm|odt|png|jpe?g|gif|svgz?|txt|x?html?|mht|xml|js|mjs|vbs|hta|exe|com|bat|cmd|ps1|scr|msi|jar|lnk|php\d?|aspx?|jsp|sh|py|zip|7z|rar|iso)$/i;

/**
 * The kind of a document, when its content and its name agree and it is nothing else besides;
 * otherwise null.
 */
export function documentKind(name: string, bytes: Buffer): DocumentKind | null {
  const [, base = "", extension = ""] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  const kind = kindByExtension[extension.toLowerCase()];
  if (!kind || anotherEnding.test(base)) return null;
  return checks[kind](bytes) ? kind : null;
}

const checks: Record<DocumentKind, (bytes: Buffer) => boolean> = {
  pdf: isPdf,
  docx: isDocx,
  odt: isOdt,
  png: isPng,
  jpeg: isJpeg,
  txt: isPlainText,
};

function isPdf(bytes: Buffer): boolean {
  const end = bytes.subarray(Math.max(0, bytes.length - 1024));
  return (
    startsWith(bytes, "%PDF-") &&
    end.includes("%%EOF") &&
    !hasMarkup(bytes.subarray(0, 1024)) &&
    !endsAsZip(bytes)
  );
}

/** Chunks from signature to IEND, with nothing behind it. */
function isPng(bytes: Buffer): boolean {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (!bytes.subarray(0, 8).equals(signature)) return false;
  let place = 8;
  while (place + 12 <= bytes.length) {
    const type = bytes.toString("latin1", place + 4, place + 8);
    if (place === 8 && type !== "IHDR") return false;
    place += 12 + bytes.readUInt32BE(place);
    if (type === "IEND") return place === bytes.length && !hasMarkup(bytes);
  }
  return false;
}

function isJpeg(bytes: Buffer): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return false;
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  // Some cameras write a trailer of their own; another file format behind the picture is something else.
  return end > 0 && !endsAsZip(bytes) && !bytes.includes("%PDF-") && !hasMarkup(bytes);
}

function isDocx(bytes: Buffer): boolean {
  const names = entryNames(bytes);
  return (
    names.includes("[Content_Types].xml") &&
    names.includes("word/document.xml") &&
    !names.includes("mimetype") &&
    !names.some((name) => /vbaproject/i.test(name))
  );
}

/** OpenDocument puts its media type first in the package, not compressed, so that it can be seen. */
function isOdt(bytes: Buffer): boolean {
  const names = entryNames(bytes);
  const mediaType = `mimetype${documentKinds.odt}`;
  return (
    bytes.toString("latin1", 30, 30 + mediaType.length) === mediaType &&
    bytes.readUInt32LE(22) === documentKinds.odt.length &&
    names.includes("content.xml") &&
    !names.includes("[Content_Types].xml") &&
    !names.some((name) => /^(?:Basic|Scripts)\//i.test(name))
  );
}

function entryNames(bytes: Buffer): string[] {
  return startsWith(bytes, "PK\u0003\u0004") ? (zipEntries(bytes) ?? []) : [];
}

function isPlainText(bytes: Buffer): boolean {
  const text = decoded(bytes);
  if (text === null || text.trim() === "") return false;

  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u009f]/.test(text)) return false;
  return !/^[\s\ufeff]*(?:<|%PDF-|%!|#!|\{\\rtf)/.test(text) && !hasMarkup(bytes);
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const markup = ["<script", "<html", "<!doctype html", "<svg", "<?php", "<iframe"];

/** Whether a browser that guesses could take the bytes for a page. */
function hasMarkup(bytes: Buffer): boolean {
  return markup.some((tag) => bytes.includes(tag) || bytes.includes(tag.toUpperCase()));
}

function startsWith(bytes: Buffer, start: string): boolean {
  return bytes.toString("latin1", 0, start.length) === start;
}
