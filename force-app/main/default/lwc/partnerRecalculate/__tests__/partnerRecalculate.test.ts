import { createRecord } from "lightning/uiRecordApi";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, refreshed } from "support/lwcWire";
import PartnerRecalculate from "../partnerRecalculate";

jest.mock("@salesforce/customPermission/Work_With_Partners", () => ({ __esModule: true, default: true }), {
  virtual: true,
});

const create = createRecord as jest.Mock;
const TOAST = "lightning__showtoast";

function run(status: string, remark: string | null = null): unknown {
  const node = {
    Id: "a07",
    Status__c: { value: status },
    Summary__c: { value: remark },
    Held_Reason__c: { value: null },
  };
  return { uiapi: { query: { Partner_Sync_Run__c: { edges: [{ node }] } } } };
}

function button(properties: object = {}): { element: HTMLElement; toasts: jest.Mock; finished: jest.Mock } {
  const element = mount("c-partner-recalculate", PartnerRecalculate, { recordId: "001A", ...properties });
  const toasts = jest.fn();
  const finished = jest.fn();
  element.addEventListener(TOAST, (event) => {
    toasts((event as CustomEvent<{ title: string }>).detail);
  });
  element.addEventListener("recalculated", finished);
  return { element, toasts, finished };
}

const press = async (element: HTMLElement): Promise<void> => {
  deepOne(element, "lightning-button").click();
  await settled();
};

describe("recalculating one partner", () => {
  beforeEach(() => create.mockReset().mockResolvedValue({ id: "a07" }));

  it("requests a run of that partner and follows it to its end", async () => {
    const { element, toasts, finished } = button();
    await press(element);
    expect(create).toHaveBeenCalledWith({
      apiName: "Partner_Sync_Run__c",
      fields: { Partner__c: "001A", Mode__c: "On Demand", Status__c: "Requested" },
    });
    expect(shownText(element)).toBe("Waiting for the service…");
    expect(deepOne<HTMLButtonElement>(element, "lightning-button").disabled).toBe(true);
    await answer(run("Running"), "runId");
    expect(shownText(element)).toBe("Calculating…");
    await expect(element).toBeAccessible();
    await answer(run("Completed"), "runId");
    expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ title: "The figures are up to date" }));
    expect(finished).toHaveBeenCalledTimes(1);
    expect(deepOne<HTMLButtonElement>(element, "lightning-button").disabled).toBe(false);
  });

  it.each([
    ["Held", "The calculation is on hold"],
    ["Failed", "The calculation failed"],
  ])("says that the run ended as %s, and why", async (status, title) => {
    const { element, toasts } = button();
    await press(element);
    await answer(run(status, "Rows were missing."), "runId");
    expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ title, message: "Rows were missing." }));
  });

  it("says why nothing was requested", async () => {
    create.mockRejectedValue({ body: { message: "Choose the partner to evaluate." } });
    const { element, toasts } = button();
    await press(element);
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({ title: "No calculation was requested", message: "Choose the partner to evaluate." }),
    );
    expect(shownText(element)).toBe("");
  });

  it("follows a run that was requested before the page was opened", async () => {
    const { element } = button({ openRun: { Id: "a07", Status__c: { value: "Requested" } } });
    await settled();
    expect(shownText(element)).toBe("Waiting for the service…");
  });

  it("leaves a run on hold to the warnings", async () => {
    const { element } = button({ openRun: { Id: "a07", Status__c: { value: "Held" } } });
    await settled();
    expect(shownText(element)).toBe("");
  });

  describe("while the service is silent", () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it("asks every three seconds for two minutes, and then says that the request stays", async () => {
      const { element } = button();
      await press(element);
      await answer(run("Requested"), "runId");
      refreshed.mockClear();
      jest.advanceTimersByTime(120_000);
      await settled();
      expect(refreshed).toHaveBeenCalledTimes(40);
      jest.advanceTimersByTime(3000);
      await settled();
      expect(shownText(element)).toBe("Still waiting. The request stays; come back later.");
      expect(deepAll(element, "lightning-button")).toHaveLength(1);
    });
  });
});
