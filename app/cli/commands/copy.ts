import type { Command } from "../command.ts";
export const command: Command = {
  usage: ["copy"],
  help: "",
  options: {},
  words: { least: 2, most: 2 },
  run: async () => {
    throw new Error("todo");
  },
};
