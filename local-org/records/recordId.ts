/**
 * Record ids: three characters of key prefix, twelve base-62 characters, three characters of checksum.
 * The checksum tells which of the fifteen are capitals, so that ids survive systems that ignore case.
 * https://help.salesforce.com/s/articleView?id=000385585&type=1
 */
const CHECKSUM_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
const ID_CHARACTERS = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function checksum(id15: string): string {
  let suffix = "";
  for (let block = 0; block < 15; block += 5) {
    let capitals = 0;
    for (let index = 0; index < 5; index += 1) {
      const character = id15.charCodeAt(block + index);
      if (character >= 65 && character <= 90) capitals += 1 << index;
    }
    suffix += CHECKSUM_CHARACTERS.charAt(capitals);
  }
  return suffix;
}

/**
 * The 18-character form of an id. Text that is no id comes back as it is; ask isValidId first.
 * The 18-character form does not depend on case, so the checksum restores it.
 */
export function toId18(id: string): string {
  if (!ID_CHARACTERS.test(id)) return id;
  if (id.length === 15) return id + checksum(id);
  return restoreCase(id);
}

function restoreCase(id18: string): string {
  const suffix = id18.slice(15).toUpperCase();
  let restored = "";
  for (let index = 0; index < 15; index += 1) {
    const block = CHECKSUM_CHARACTERS.indexOf(suffix.charAt(Math.floor(index / 5)));
    if (block < 0) return id18;
    const isCapital = (block & (1 << (index % 5))) !== 0;
    const character = id18.charAt(index);
    restored += isCapital ? character.toUpperCase() : character.toLowerCase();
  }
  return restored + suffix;
}

/** True for 15 characters, and for 18 whose checksum can be right whatever the case of the rest. */
export function isValidId(id: string): boolean {
  if (!ID_CHARACTERS.test(id)) return false;
  if (id.length === 15) return true;
  const restored = restoreCase(id);
  return restored.slice(15) === checksum(restored.slice(0, 15));
}

/** True for the 18 characters that a seed may state; fifteen letters there are a label like any other. */
export function isFullId(text: string): boolean {
  return text.length === 18 && isValidId(text);
}

/** The object's part of an id. */
export function keyPrefixOf(id: string): string {
  return id.slice(0, 3);
}

/** The 18-character id of the n-th record of an object; ids ascend with n, as the platform's do. */
export function makeId(keyPrefix: string, sequence: number | bigint): string {
  let rest = BigInt(sequence);
  let digits = "";
  while (rest > 0n) {
    digits = BASE_62.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  const id15 = keyPrefix + digits.padStart(12, "0");
  return id15 + checksum(id15);
}

/** The sequence number that makeId was given. */
export function sequenceOf(id: string): bigint {
  let sequence = 0n;
  for (const character of id.slice(3, 15)) sequence = sequence * 62n + BigInt(BASE_62.indexOf(character));
  return sequence;
}
