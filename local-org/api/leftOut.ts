import { Router, text, type Request, type Response } from "express";
import { SalesforceError } from "../salesforceError.ts";
import type { Handler, Route } from "./route.ts";

/** Resources that are left out, by their first step, and what they belong to. */
const RESOURCES: Readonly<Record<string, string>> = {
  actions: "invocable actions",
  analytics: "reports and dashboards",
  appMenu: "the app menu",
  "async-queries": "asynchronous queries",
  chatter: "Chatter",
  commerce: "Commerce",
  connect: "Connect in REST",
  consent: "consent",
  dedupe: "duplicate jobs",
  domino: "Domino",
  einstein: "Einstein",
  event: "platform events",
  eventSchema: "platform events",
  folders: "folders",
  knowledgeManagement: "Knowledge",
  licensing: "licensing",
  localizedvalue: "localized values",
  payments: "payments",
  process: "approvals and process rules",
  scheduling: "scheduling",
  smartdatadiscovery: "Einstein Discovery",
  support: "Knowledge and embedded service",
  tooling: "the Tooling API",
  wave: "CRM Analytics",
};

function missing(what: string): SalesforceError {
  return new SalesforceError(
    "NOT_FOUND",
    `The requested resource does not exist ((${what}: not supported by the local org))`,
    { status: 404 },
  );
}

function leftOut(what: string): Handler {
  return () => {
    throw missing(what);
  };
}

const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** Answer as an org does that has no licence for a feature, and say whose limit it is. */
export const leftOutRoutes: readonly Route[] = Object.entries(RESOURCES).flatMap(([path, what]) =>
  METHODS.map((method) => ({ method, path: `/${path}(?:/.*)?`, handle: leftOut(what) })),
);

/** A fault in the words of SOAP clients. */
function soapFault(_request: Request, response: Response): void {
  const message = "FUNCTIONALITY_NOT_ENABLED: ((SOAP is not supported by the local org: use the REST API))";
  response
    .status(500)
    .type("text/xml; charset=UTF-8")
    .send(
      `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body><soapenv:Fault><faultcode>sf:FUNCTIONALITY_NOT_ENABLED</faultcode><faultstring>${message}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`,
    );
}

/** What stands beside the REST API on a host of the platform, and is left out. */
export function leftOutServices(): Router {
  const router = Router();
  router.use("/services/Soap", text({ type: () => true, limit: "50mb" }), soapFault);
  const others: readonly (readonly [path: string, what: string])[] = [
    ["/services/apexrest", "Apex"],
    ["/cometd", "streaming"],
  ];
  for (const [path, what] of others)
    router.use(path, () => {
      throw missing(what);
    });
  return router;
}
