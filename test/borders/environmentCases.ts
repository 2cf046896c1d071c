/** Environments that the service can't start with, and what is said of each. */
import { generateKeyPairSync } from "node:crypto";

/** Stands where a value may be secret: no refusal repeats it. */
export const secret = "S3CR3T-that-nobody-may-see";

export interface EnvironmentCase {
  readonly what: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly says: string;
  /** What the file holds that SF_PRIVATE_KEY_FILE names. */
  readonly keyFile?: string;
}

const url = { SF_LOGIN_URL: "https://login.salesforce.com" };
const base = { ...url, SF_CLIENT_ID: "3MVG9" };
const both = { SF_CLIENT_ID: "c", SF_CLIENT_SECRET: secret };
const signed = { ...base, SF_USERNAME: "sync@example.com" };

const noAddress = [
  "ftp://x.example",
  "javascript:alert(1)",
  "login.salesforce.com",
  "//login.salesforce.com",
  "https://",
  "my org",
].map((address) => ({
  what: `the address ${address}`,
  environment: { SF_LOGIN_URL: address, ...both },
  says: "SF_LOGIN_URL is no http(s) address, as https://",
}));

const logins: readonly EnvironmentCase[] = [
  ...noAddress,
  {
    what: "an address that names a user",
    environment: { SF_LOGIN_URL: `https://user:${secret}@x.example`, ...both },
    says: "SF_LOGIN_URL names a user: leave the user out",
  },
  { what: "an address alone", environment: url, says: "SF_CLIENT_ID is missing" },
  { what: "a blank address", environment: { SF_LOGIN_URL: " ", ...both }, says: "SF_LOGIN_URL is no http" },
  { what: "a client alone", environment: { SF_CLIENT_ID: secret }, says: "SF_LOGIN_URL is no http" },
  { what: "a client's secret alone", environment: { SF_CLIENT_SECRET: secret }, says: "SF_CLIENT_ID is missing" },
  { what: "a user alone", environment: { SF_USERNAME: secret }, says: "SF_PRIVATE_KEY_FILE is missing" },
  { what: "a user without a key", environment: signed, says: "SF_PRIVATE_KEY_FILE is missing" },
  { what: "a key without a user", environment: { ...base, SF_PRIVATE_KEY_FILE: "x" }, says: "SF_USERNAME is missing" },
  { what: "neither key nor secret", environment: base, says: "SF_USERNAME is missing" },
  {
    what: "a user beside a client's secret",
    environment: { ...base, SF_CLIENT_SECRET: secret, SF_USERNAME: "u" },
    says: "keep one of the two",
  },
  {
    what: "a key beside a client's secret",
    environment: { ...base, SF_CLIENT_SECRET: secret, SF_PRIVATE_KEY_FILE: "x" },
    says: "keep one of the two",
  },
];

const pem = { publicKeyEncoding: { type: "spki", format: "pem" } } as const;
const rsa = (modulusLength: number, encryption: object = {}) =>
  generateKeyPairSync("rsa", {
    modulusLength,
    ...pem,
    privateKeyEncoding: { type: "pkcs8", format: "pem", ...encryption },
  });
const curve = generateKeyPairSync("ec", {
  namedCurve: "P-256",
  ...pem,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const strong = rsa(2048, { cipher: "aes-256-cbc", passphrase: secret });
const body = strong.privateKey.split("\n").slice(1, -2).join("\n");

const keyFiles = [
  ["is empty", "", "holds no private key (PEM)"],
  ["holds some text", secret, "holds no private key (PEM)"],
  [
    "holds a damaged key",
    `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
    "holds no private key",
  ],
  [
    "holds a key under a passphrase",
    strong.privateKey,
    "holds a key under a passphrase: take it off by `openssl pkcs8",
  ],
  ["holds the public key", strong.publicKey, "holds a public key: name the private one"],
  [
    "holds the certificate",
    `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
    "holds the certificate",
  ],
  ["holds a key on a curve", curve.privateKey, "holds a key that is not RSA"],
  ["holds a key too short", rsa(1024).privateKey, "holds a key of 1024 bits: it takes 2048 or more"],
].map(([what = "", keyFile = "", says = ""]) => ({
  what: `a key file that ${what}`,
  environment: signed,
  keyFile,
  says: `SF_PRIVATE_KEY_FILE ${says}`,
}));

const missingKeys = ["/nowhere/at/all", "/"].map((path) => ({
  what: `a key file at ${path}`,
  environment: { ...signed, SF_PRIVATE_KEY_FILE: path },
  says: "SF_PRIVATE_KEY_FILE names a file that can't be read",
}));

/** Name, value, what is said. */
const settings: readonly EnvironmentCase[] = [
  ["SYNC_CRON", "nightly", "is no cron expression, as 0 2 * * *"],
  ["SYNC_CRON", "99 2 * * *", "is no cron expression"],
  ["SYNC_CRON", "0 25 * * *", "is no cron expression"],
  ["SYNC_CRON", "0 2 * *", "is no cron expression"],
  ["SYNC_POLL_SECONDS", "0", "is below 1"],
  ["SYNC_POLL_SECONDS", "-5", "is below 1"],
  ["SYNC_POLL_SECONDS", "3601", "is above 3600"],
  ["SYNC_POLL_SECONDS", "ten", "is no number"],
  ["SYNC_POLL_SECONDS", "1.5", "is no whole number"],
  ["SYNC_POLL_SECONDS", "Infinity", "is no number"],
  ["SYNC_STOP_SECONDS", "-1", "is below 0"],
  ["SYNC_STOP_SECONDS", "9999", "is above 3600"],
  ["SYNC_STOP_SECONDS", "soon", "is no number"],
  ["HTTP_PORT", "99999", "is no port"],
  ["HTTP_PORT", "-1", "is no port"],
  ["HTTP_PORT", "http", "is no number"],
  ["HTTP_PORT", "80.5", "is no port"],
  ["HTTP_HOST", "0.0.0.0", "opens the HTTP API to other machines, which needs HTTP_TOKEN"],
  ["HTTP_HOST", "::", "needs HTTP_TOKEN"],
  ["HTTP_HOST", "127.0.0.1.example.com", "needs HTTP_TOKEN"],
  ["HTTP_TOKEN", "short", "is shorter than 16 characters"],
  ["HTTP_TOKEN", "two words of a token", "holds blanks or letters that no HTTP header carries"],
  ["HTTP_TOKEN", "a-tökén-of-ümlauts", "holds blanks or letters that no HTTP header carries"],
  ["LOG_LEVEL", "loud", "is none of error, warn, info, debug, silent"],
  ["LOG_LEVEL", "INFO", "is none of error, warn, info, debug, silent"],
  ["SYNC_STATE_DIR", "/dev/null", "names no directory"],
].map(([name = "", value = "", says = ""]) => ({
  what: `${name}=${value}`,
  environment: { [name]: value },
  says: `${name} ${says}`.replace(/HTTP_HOST needs/, "needs"),
}));

export const environmentCases: readonly EnvironmentCase[] = [...logins, ...keyFiles, ...missingKeys, ...settings];
