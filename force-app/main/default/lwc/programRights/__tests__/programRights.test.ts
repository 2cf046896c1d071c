import { rights } from "../programRights";

jest.mock("@salesforce/customPermission/Decide_Deal_Registrations", () => ({ __esModule: true, default: true }), {
  virtual: true,
});
jest.mock("@salesforce/customPermission/Manage_Partner_Program", () => ({ __esModule: true, default: undefined }), {
  virtual: true,
});

describe("what pages offer to the reader", () => {
  it("follows the custom permissions, which are undefined for whoever lacks them", () => {
    expect(rights).toEqual({ isDecider: true, isAdministrator: false });
  });
});
