import { execFileSync } from "node:child_process";
import { chownSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresAccount } from "../support/postgres-programs.ts";
import { newFolder, say } from "./form.ts";

/** A disk with little room, that files of other programs fill. */
export type SmallDisk = {
  folder: string;
  /** Leaves so many bytes to write. */
  fill: (leaving: number) => void;
  /** Those files go, and the disk grows. */
  makeRoom: () => void;
  end: () => void;
};

/** In memory, which takes the right to mount; without it there is none. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = newFolder();
  const mount = (options: string) =>
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "pipe" });
  try {
    mount(`size=${megabytes}m`);
  } catch (error) {
    rmSync(folder, { recursive: true });
    say(`skipped: a small disk cannot be mounted here (${String(error).split("\n")[0]})`);
    return null;
  }
  const { uid, gid } = postgresAccount();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const filler = join(folder, "filler");
  return {
    folder,
    fill: (leaving) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
    },
    makeRoom: () => {
      rmSync(filler, { force: true });
      mount(`remount,size=${4 * megabytes}m`);
    },
    end: () => {
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
