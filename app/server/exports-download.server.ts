/** A download that is made while it is sent. */
import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

const fileTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

type Download = {
  name: string;
  type: keyof typeof fileTypes;
  parts: AsyncIterable<string | Uint8Array>;
};

/** A file that a browser saves. Its parts are made when they can be sent, with others in between. */
export function download({ name, type, parts }: Download): Response {
  async function* paced() {
    for await (const part of parts) {
      yield Buffer.from(part as Uint8Array);
      await turn();
    }
  }
  return new Response(Readable.toWeb(Readable.from(paced())) as ReadableStream, {
    headers: headersOf(name, type),
  });
}

/** A file that is there already. */
export function downloadOf(name: string, type: keyof typeof fileTypes, bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), { headers: headersOf(name, type) });
}

function headersOf(name: string, type: keyof typeof fileTypes): Record<string, string> {
  return {
    "Content-Type": fileTypes[type],
    "Content-Disposition": `attachment; filename="${name}.${type}"`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
}
