import type { Dashboard } from "@/lib/api/contract/dashboards";

/** One line, or one layer of bars. */
export interface Series {
  label: string;
  /** A colour of the theme. */
  color: string;
  /** Tells lines apart without colour. */
  dash?: string;
  /** Of each bucket. */
  values: readonly (number | null)[];
  /** The runs behind a bucket of it. */
  href?: (bucket: number) => string;
}

/** A chart over the buckets of a time. */
export interface Chart {
  title: string;
  /** What is counted, and by which clock. */
  description: string;
  kind: "bars" | "lines";
  series: readonly Series[];
  format: (value: number) => string;
}

type Bucket = Dashboard["buckets"][number];

/** When a bucket begins, as the viewer's clock says. */
export function bucketName({ since }: Pick<Bucket, "since">, bucket: "hour" | "day", zone: string): string {
  const day = { month: "short", day: "numeric", timeZone: zone } as const;
  const style =
    bucket === "day" ? day : ({ ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const);
  return new Intl.DateTimeFormat("en", style).format(new Date(since));
}
