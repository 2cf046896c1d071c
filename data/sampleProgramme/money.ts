/** Invented figures as decimal texts. Drawn in whole cents: nothing is ever computed from a fraction. */

/** `1234.50` */
export function centsText(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function centsOf(text: string): number {
  return Math.round(Number(text) * 100);
}
