/** A sample of `node test/soak/nights.ts`: a quarter's end, the turn of a year, its review published. */
import { jest } from "@jest/globals";
import { liveThrough } from "./yearOfNights.ts";

jest.setTimeout(180_000);

test("R-16 twenty nights of normal life, a first import and a first of January among them, are held not once", async () => {
  const { nights, holds, failed, moves, published } = await liveThrough("2023-12-24", 20, "2024-01-08");
  expect({ nights, holds, failed }).toEqual({ nights: 20, holds: [], failed: [] });
  expect(moves).toBeGreaterThan(20);
  expect(published).toBeGreaterThan(40);
});
