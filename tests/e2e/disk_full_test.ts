import { equal, ok } from "node:assert/strict";
import { unzipSync, zipSync } from "fflate";
import { people } from "../../src/demo/people.ts";
import { resumeDocx } from "../../src/demo/documents.ts";
import { injected, times } from "../trust/report.ts";
import { postJob, register } from "./api.ts";
import { administer, type Home, isEmbedded, newHome, serve, until } from "./process.ts";

const FILLINGS = times(1, 5);
/** Room for an empty database, its log and the key. */
const DISK_MB = 160;

const shell = async (script: string) => (await new Deno.Command("sh", { args: ["-c", script] }).output()).code === 0;
const as = Deno.uid() === 0 ? "" : "sudo -n ";

/** A disk of its own for `folder`, so small that it is soon full. */
interface SmallDisk extends AsyncDisposable {
  /** Leaves not a byte. */
  fill(): Promise<void>;
  clear(): Promise<void>;
}

/** @param uid Whose it is. @returns `null` where this user may not make one. */
async function smallDisk(folder: string, uid = Deno.uid()): Promise<SmallDisk | null> {
  const options = `size=${DISK_MB}m,mode=0700,uid=${uid}`;
  if (!await shell(`${as}mount -t tmpfs -o ${options} tmpfs '${folder}' 2>/dev/null`)) return null;
  const write = (more: string) => `${as}dd if=/dev/zero of='${folder}/filler' ${more}`;
  return {
    fill: async () => void await shell(`${write("bs=64k")}; ${write("bs=4k oflag=append conv=notrunc")}`),
    clear: async () => void await shell(`${as}rm '${folder}/filler'`),
    [Symbol.asyncDispose]: async () => void await shell(`${as}umount -l '${folder}'`),
  };
}

/** Where the server of the tests is on this machine: who runs it, so that a disk can be theirs. */
async function userOfServer(): Promise<number | null> {
  const folder = (await administer("show data_directory"))?.["data_directory"];
  const { uid } = await Deno.stat(String(folder)).catch(() => ({ uid: null }));
  return uid;
}

/** Data on a small disk: the folder of the embedded database, or the tables of a server's. */
async function homeOnSmallDisk(): Promise<{ home: Home; disk: SmallDisk } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  if (isEmbedded) {
    const home = stack.use(await newHome("empty"));
    const disk = stack.use((await smallDisk(home.dataDir))!);
    return { home, disk, [Symbol.asyncDispose]: disposing(stack.move()) };
  }
  const folder = await Deno.makeTempDir({ prefix: "job-match-disk-" });
  stack.defer(() => Deno.remove(folder));
  // The server has to reach it.
  await Deno.chmod(folder, 0o755);
  const disk = stack.use((await smallDisk(folder, (await userOfServer())!))!);
  const name = `small_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(`create tablespace ${name} location '${folder}'`);
  stack.defer(async () => void await administer(`drop tablespace ${name}`));
  const home = stack.use(await newHome("empty"));
  await administer(`alter database ${new URL(home.env["DATABASE_URL"]!).pathname.slice(1)} set tablespace ${name}`);
  return { home, disk, [Symbol.asyncDispose]: disposing(stack.move()) };
}

const disposing = (stack: AsyncDisposableStack) => () => stack.disposeAsync();

async function reasonToSkip(): Promise<string> {
  if (!isEmbedded && await userOfServer() === null) return "the database server is elsewhere";
  const folder = await Deno.makeTempDir({ prefix: "job-match-disk-" });
  await using disk = await smallDisk(folder);
  return disk === null ? "may not mount a disk" : "";
}

const reason = await reasonToSkip();

Deno.test({
  name: "a full disk is 507 or 503, loses nothing that was acknowledged, and writes go on when there is room again" +
    (reason && ` (skipped: ${reason})`),
  ignore: reason !== "",
  fn: async () => {
    await using place = await homeOnSmallDisk();
    const { home, disk } = place;
    await using server = await serve(home);
    const me = await register(server.url);
    const job = await postJob(me);
    const [operations, jobs] = [new Set<string>(), new Set<string>([job.id])];
    let refused = 0;
    let n = 0;
    const write = async (): Promise<boolean> => {
      const uploaded = await me.upload(await resumeWithPhoto(n++), { job_id: job.id }, { prefer: "respond-async" });
      if (uploaded.status === 202) operations.add(uploaded.body.id);
      const title = `Baker ${n}`;
      const posted = await me.send("POST", "/jobs", { title, company: "Elm House", description: "Bread" });
      if (posted.status === 201) jobs.add(posted.body.id);
      const isStored = ({ status }: { status: number }) => [201, 202].includes(status);
      for (const { status, body } of [uploaded, posted]) {
        ok([201, 202, 503, 507].includes(status), `${status} ${JSON.stringify(body)}`);
        if (status >= 500) refused++;
      }
      return isStored(uploaded) && isStored(posted);
    };
    ok(await write());

    for (let filling = 0; filling < FILLINGS; filling++) {
      await disk.fill();
      // What has room in files that are there already is still stored.
      await until("a write is refused", async () => !await write());
      equal((await me.send("GET", "/jobs")).status, 200, "reading goes on");
      await disk.clear();
      await until("a write is taken again", write);
    }

    for (const id of jobs) equal((await me.send("GET", `/jobs/${id}`)).status, 200);
    for (const id of operations) {
      await until("what was taken is matched", async () => {
        const { body } = await me.send("GET", `/operations/${id}`);
        equal(body.error, null);
        return body.status === "succeeded";
      });
    }
    equal((await me.send("GET", `/jobs/${job.id}/candidates`)).body.total, operations.size);
    injected(5, "full disk", FILLINGS);
    injected(5, "writes refused with 507 or 503", refused);
  },
});

/** A megabyte that no database can make smaller. */
async function resumeWithPhoto(n: number): Promise<File> {
  const person = { ...people.backend, email: `robin.example${n}@example.com` };
  const photo = new Uint8Array(1024 * 1024);
  for (let at = 0; at < photo.length; at += 65_536) crypto.getRandomValues(photo.subarray(at, at + 65_536));
  const parts = { ...unzipSync(await resumeDocx(person)), "word/media/photo.png": photo };
  return new File([zipSync(parts, { level: 0 })], `${n}.docx`, {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
}
