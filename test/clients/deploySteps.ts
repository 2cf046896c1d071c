import type { ClientStep } from "./clientStep.ts";

export const deploySteps: readonly ClientStep[] = [];
