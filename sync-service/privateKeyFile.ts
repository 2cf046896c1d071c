/** The private key of the JWT flow as people have it on disk: told apart from what is often taken for one. */
import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";

/** Salesforce's certificates and RS256 itself ask for no less. */
const leastBits = 2048;

/** The key as PKCS#8 PEM; null: what is wrong with the file is added to the faults, none of its content. */
export function privateKeyIn(file: string, faults: string[]): string | null {
  try {
    return String(checkedKey(readFile(file)).export({ type: "pkcs8", format: "pem" }));
  } catch (error) {
    faults.push(`SF_PRIVATE_KEY_FILE ${error instanceof KeyFileError ? error.message : "holds no private key (PEM)"}`);
    return null;
  }
}

class KeyFileError extends Error {}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new KeyFileError("names a file that can't be read: check its path and who may read it", { cause: error });
  }
}

function checkedKey(text: string): KeyObject {
  const key = createPrivateKey(privatePem(text));
  if (key.asymmetricKeyType !== "rsa")
    throw new KeyFileError("holds a key that is not RSA: make one by `openssl req -x509 -newkey rsa:2048 …`");
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < leastBits) throw new KeyFileError(`holds a key of ${bits} bits: it takes ${leastBits} or more`);
  return key;
}

function privatePem(text: string): string {
  if (/ENCRYPTED/.test(text))
    throw new KeyFileError("holds a key under a passphrase: take it off by `openssl pkcs8 -topk8 -nocrypt`");
  if (/PRIVATE KEY-----/.test(text)) return text;
  if (/-----BEGIN CERTIFICATE/.test(text))
    throw new KeyFileError("holds the certificate: that goes to Salesforce; name the key that was made with it");
  if (/PUBLIC KEY-----/.test(text)) throw new KeyFileError("holds a public key: name the private one");
  throw new KeyFileError("holds no private key (PEM)");
}
