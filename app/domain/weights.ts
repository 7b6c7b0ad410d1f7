/** How the weights of the perspectives of one case came about. */
export const weightMethods = ["question_set", "equal", "typed", "swing", "ranking"] as const;
export type WeightMethod = (typeof weightMethods)[number];
