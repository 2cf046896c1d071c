/** After the last write: a sample of what was saved is read back. Costs a call or two an object, and none where nothing was saved. */
import { CrmError, LeaseLostError } from "../crm/errors.ts";
import { readBack } from "../crm/readBack.ts";
import type { RowFailure } from "../crm/rowWrite.ts";
import type { WrittenSample } from "../crm/writtenSample.ts";
import type { Log } from "../logger.ts";
import type { Lease } from "./lease.ts";
import type { Progress, ReadBack } from "./runTypes.ts";

export const nothingReadBack: ReadBack = { rows: 0, differences: [], unverified: [] };

/**
 * What can't be read back is not verified, and no failure of the run: all of it was saved, and the next run
 * compares every row anyway.
 */
export async function verify(sample: WrittenSample, lease: Lease, progress: Progress, log: Log): Promise<ReadBack> {
  if (sample.objects.length === 0) return nothingReadBack;
  progress.step("Reading back a sample of what was written");
  const unverified: string[] = [];
  const differences: RowFailure[] = [];
  let rows = 0;
  for (const object of sample.objects) {
    const sampled = sample.rowsOf(object);
    try {
      differences.push(...(await readBack(lease.org, object, sampled, lease.runId)));
      rows += sampled.length;
    } catch (error) {
      if (!(error instanceof CrmError) || error instanceof LeaseLostError) throw error;
      log.warn("not read back", { object, error: error.message });
      unverified.push(object);
    }
  }
  for (const { object, record, code, message } of differences)
    log.warn("not as written", { object, record, code, message });
  return { rows, differences, unverified };
}
