import { z } from "zod";

const id = z.string().min(1);

/** Documents, and queries of which is known what they ought to find. What else the file holds is left alone. */
export const retrievalSet = z
  .object({
    documents: z.array(z.object({ id, title: z.string().default(""), text: z.string() })).min(1),
    queries: z.array(z.object({ id, text: z.string(), relevant: z.array(id).min(1) })).min(1),
  })
  .superRefine(({ documents, queries }, context) => {
    const known = new Set<string>();
    for (const [place, document] of documents.entries()) {
      if (known.has(document.id)) {
        const message = `document "${document.id}" is there twice`;
        context.addIssue({ code: "custom", message, path: ["documents", place, "id"] });
      }
      known.add(document.id);
    }
    for (const [place, query] of queries.entries()) {
      const missing = query.relevant.find((relevant) => !known.has(relevant));
      if (missing === undefined) continue;
      const message = `there is no document "${missing}"`;
      context.addIssue({ code: "custom", message, path: ["queries", place, "relevant"] });
    }
  });

export type RetrievalSet = z.infer<typeof retrievalSet>;
