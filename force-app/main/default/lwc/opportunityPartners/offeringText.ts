import { fillText } from "c/programFormat";
import { label } from "./labels";
import type { Deal } from "./readDeal";

/** Who may use the Implementation Offering on a deal. It is for Flex; a deal without products may still become one. */
export function offeringText({ attributions, hasLines, families, isClosed }: Deal): string | null {
  const names = attributions.filter((one) => one.hasImplementationOffering).map((one) => one.partnerName);
  const isForFlex = !hasLines || families.includes("Flex");
  if (isClosed || names.length === 0 || !isForFlex) return null;
  return fillText(hasLines ? label.offering : label.offeringIfFlex, names.join(", "));
}
