/** Trained people. */
import { resourcesOn } from "../../sync-service/program/resources.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

describe("R-28, R-29 resources", () => {
  const person = {
    contactId: "c1",
    partnerId: "p1",
    course: "Twilio_Platform",
    completedDate: asOf,
    expiresDate: null,
  };
  const count = (training: (typeof person | { expiresDate: string | null })[], focus = ["Flex"]) => {
    const rows = training.map((t) => ({ ...person, ...t }));
    const found = resourcesOn(partner({ focus }), rows, policy2023, asOf);
    return [found.technical.length, found.salesTrained.length];
  };
  test.each([
    ["completed on the as-of date", [person], [1, 0]],
    ["completed the day after", [{ ...person, completedDate: "2023-10-17" }], [0, 0]],
    ["expires on the as-of date", [{ ...person, expiresDate: asOf }], [1, 0]],
    ["expired the day before", [{ ...person, expiresDate: "2023-10-15" }], [0, 0]],
    ["one person twice", [person, person], [1, 0]],
    ["one person in both classes", [person, { ...person, course: "Sellers_Series_101" }], [1, 1]],
    ["a person of an affiliate", [{ ...person, partnerId: "p2" }], [0, 0]],
    ["a course of no class", [{ ...person, course: "Cooking" }], [0, 0]],
    ["Segment sales training of a Flex partner", [{ ...person, course: "Segment_Sales" }], [0, 0]],
  ])("R-28 %s", (_case, training, expected) => {
    expect(count(training)).toEqual(expected);
  });

  test("R-28 people are listed by id, so that evidence does not depend on the order of rows", () => {
    const rows = ["c3", "c1", "c2"].map((contactId) => ({ ...person, contactId }));
    expect(resourcesOn(partner(), rows, policy2023, asOf).technical).toEqual(["c1", "c2", "c3"]);
  });

  test("R-29 a focus is missing no training once one person has it, and again when it has expired", () => {
    const missing = (expiresDate: string | null) =>
      resourcesOn(
        partner({ focus: ["Segment/Engage"] }),
        [{ ...person, course: "Segment_Sales", expiresDate }],
        policy2023,
        asOf,
      ).missingFocusCourses;
    expect(missing(null)).toEqual([]);
    expect(missing("2023-10-15")).toEqual(["Segment sales training"]);
  });

  test("R-29 Segment's sales training counts for a Segment/Engage partner, once a person", () => {
    const rows = [
      { ...person, course: "Segment_Sales" },
      { ...person, course: "Sellers_Series_101" },
    ];
    expect(count(rows, ["Segment/Engage"])).toEqual([0, 1]);
  });

  test("R-29 a Segment/Engage partner without it is told, and loses no tier", () => {
    const facts = { revenue: revenue(20_000), training: trained(3, 1) };
    const decision = decide({
      ...facts,
      partner: partner({ focus: ["Segment/Engage"] }),
    });
    expect(decision.tierAfter).toBe("Bronze");
    expect(decision.stored.explanation).toContain("Segment sales training");
    expect(decide(facts).stored.explanation).not.toContain("Segment sales training");
  });
});
