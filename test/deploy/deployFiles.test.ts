import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { z } from "zod";
import { readConfig } from "../../sync-service/config.ts";

const root = join(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

const unit = textOf("deploy/partner-sync.service");
const image = textOf("deploy/Containerfile");
const guide = textOf("docs/deploying.md");

const container = z.object({
  args: z.array(z.string()).optional(),
  env: z.array(z.object({ name: z.string(), value: z.string().optional() })),
  securityContext: z.object({ readOnlyRootFilesystem: z.boolean() }),
  volumeMounts: z.array(z.object({ mountPath: z.string(), name: z.string(), readOnly: z.boolean().optional() })),
});
const pod = z.object({
  terminationGracePeriodSeconds: z.number().optional(),
  containers: z.tuple([container]),
  volumes: z.array(z.looseObject({ name: z.string() })),
});
const template = z.object({ template: z.object({ spec: pod }) });
const workload = z.union([
  z.object({ kind: z.literal("Deployment"), spec: template }),
  z.object({ kind: z.literal("CronJob"), spec: z.object({ jobTemplate: z.object({ spec: template }) }) }),
]);
const pods = loadAll(textOf("deploy/kubernetes.yaml"))
  .flatMap((document) => workload.safeParse(document).data ?? [])
  .map((one) => ({
    kind: one.kind,
    spec: one.kind === "Deployment" ? one.spec.template.spec : one.spec.jobTemplate.spec.template.spec,
  }));

/** The variables that the service looks at, as its configuration spells them. */
const known = new Set(textOf("sync-service/config.ts").match(/\b(SF|SYNC|HTTP|LOG)_[A-Z_]+\b/g));

function valueOf({ env }: z.infer<typeof container>, name: string): string | undefined {
  return env.find((one) => one.name === name)?.value;
}

/** Of `Name=value` lines, the last. */
function unitValue(name: string): string | undefined {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].at(-1)?.[1];
}

describe("What the guide says of the settings", () => {
  const rows = [...guide.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]+)`)? *\|/gm)].map(([, name, value]) => ({
    name: String(name),
    value,
  }));

  test("names every one of them and no other", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...known].sort());
  });

  test.each(rows.filter(({ value }) => value !== undefined))("gives the default of $name", ({ name, value }) => {
    expect(readConfig({ [name]: value })).toEqual(readConfig({}));
  });
});

describe("Each way to run the service", () => {
  test("sets variables that the service knows, and no other", () => {
    const names = [
      ...[...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name),
      ...[...image.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs = ""]) =>
        pairs.split(" ").map((pair) => pair.split("=")[0]),
      ),
      ...pods.flatMap(({ spec }) => spec.containers[0].env.map(({ name }) => name)),
    ];
    expect(names.length).toBeGreaterThan(12);
    const ofNode = ["MALLOC_ARENA_MAX", "NODE_COMPILE_CACHE", "NODE_ENV", "NODE_OPTIONS"];
    expect([...new Set(names.filter((name) => !known.has(String(name))))].sort()).toEqual(ofNode);
  });

  test("systemd: keeps what a run has read in the state directory that the unit asks for", () => {
    expect(unitValue("Environment=SYNC_STATE_DIR")).toBe(`%S/${unitValue("StateDirectory")}`);
    expect(unitValue("StateDirectoryMode")).toBe("0700");
  });

  test("container: in a volume that belongs to the user without rights", () => {
    const [, directory] = /SYNC_STATE_DIR=(\S+)/.exec(image) ?? [];
    const [, user] = /^USER (\w+)$/m.exec(image) ?? [];
    expect(image).toMatch(new RegExp(`^RUN install --directory --owner=${user} .*--mode=0700 ${directory}$`, "m"));
    expect(image).toContain(`\nVOLUME ${directory}\n`);
  });

  test.each(pods)("Kubernetes, $kind: in a volume, because the image's files are read only", ({ spec }) => {
    const [one] = spec.containers;
    expect(one.securityContext.readOnlyRootFilesystem).toBe(true);
    const mount = one.volumeMounts.find(({ mountPath }) => mountPath === valueOf(one, "SYNC_STATE_DIR"));
    expect(mount).toMatchObject({ name: "state" });
    expect(spec.volumes.find(({ name }) => name === mount?.name)).toHaveProperty("emptyDir");
  });

  test("waits before it kills for as long as a run may go on, and a minute for giving the lock back", () => {
    const [service] = pods.filter(({ kind }) => kind === "Deployment");
    const waits = [
      [unitValue("Environment=SYNC_STOP_SECONDS"), unitValue("TimeoutStopSec")],
      [
        service && valueOf(service.spec.containers[0], "SYNC_STOP_SECONDS"),
        service?.spec.terminationGracePeriodSeconds,
      ],
    ];
    for (const [stop, killed] of waits) {
      const { stopSeconds } = readConfig({ SYNC_STOP_SECONDS: String(stop) });
      expect(Number(killed) - stopSeconds).toBe(60);
    }
  });

  test("Kubernetes: both ways are there", () => {
    expect(pods.map(({ kind }) => kind)).toEqual(["Deployment", "CronJob"]);
  });
});
