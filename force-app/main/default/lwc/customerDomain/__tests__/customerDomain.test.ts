import { domainOf } from "../customerDomain";

describe("a customer's domain", () => {
  it.each([
    ["https://www.Acme.example/en?x=1", "acme.example"],
    ["acme.example", "acme.example"],
    ["http://shop.acme.example:8080", "shop.acme.example"],
    ["", null],
    [null, null],
  ])("of %s is %s", (website, domain) => {
    expect(domainOf(website)).toBe(domain);
  });
});
