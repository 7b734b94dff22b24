import { z } from "zod";

/** A limit as it is typed: a whole number, or nothing for the one that holds otherwise. */
export const limitText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most), {
      error: `Enter a whole number from ${least} to ${most.toLocaleString("en")}, or leave it empty`,
    });

export const textOf = (limit: number | undefined): string => (limit === undefined ? "" : String(limit));

export const limitOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));
