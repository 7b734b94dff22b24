"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Chart } from "./chart";

export interface DrawnChartProps {
  chart: Chart;
  names: readonly string[];
  onOpen: (href: string) => void;
}

const tick = { fill: "var(--muted-foreground)", fontSize: 11 };
const tooltipBox = {
  background: "var(--popover)",
  border: "1px solid var(--border)",
  borderRadius: 8,
  boxShadow: "var(--float)",
  color: "var(--popover-foreground)",
  fontSize: 12,
};

/** The chart itself, drawn by Recharts: arrow keys move along it, a click leads to the runs behind. */
export function DrawnChart({ chart, names, onOpen }: DrawnChartProps) {
  const { kind, series, format, title } = chart;
  const rows = names.map((name, at) => ({
    name,
    ...Object.fromEntries(series.map(({ values }, index) => [`s${index}`, values[at] ?? null])),
  }));
  const open = (index: number, at: number | undefined) => {
    const href = at === undefined ? undefined : series[index]?.href?.(at);
    if (href) onOpen(href);
  };
  const parts = (
    <>
      <CartesianGrid vertical={false} stroke="var(--border)" />
      <XAxis dataKey="name" tick={tick} tickLine={false} axisLine={false} minTickGap={24} />
      <YAxis tick={tick} tickLine={false} axisLine={false} width={58} tickFormatter={format} />
      <Tooltip
        isAnimationActive={false}
        separator=": "
        cursor={{ fill: "var(--accent)", stroke: "var(--border)" }}
        contentStyle={tooltipBox}
        itemStyle={{ color: "var(--popover-foreground)", padding: 0 }}
        formatter={(value) => (typeof value === "number" ? format(value) : "none")}
      />
    </>
  );
  const shared = {
    data: rows,
    margin: { top: 8, right: 8, bottom: 0, left: 0 },
    title,
    desc: chart.description,
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      {kind === "bars" ? (
        <BarChart {...shared} maxBarSize={40}>
          {parts}
          {series.map(({ label, color }, index) => (
            <Bar
              key={label}
              dataKey={`s${index}`}
              name={label}
              stackId="all"
              fill={color}
              stroke="var(--card)"
              strokeWidth={1}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, at) => open(index, at)}
            />
          ))}
        </BarChart>
      ) : (
        <LineChart {...shared}>
          {parts}
          {series.map(({ label, color, dash }, index) => (
            <Line
              key={label}
              dataKey={`s${index}`}
              name={label}
              stroke={color}
              strokeWidth={2}
              {...(dash && { strokeDasharray: dash })}
              dot={{ r: 2, fill: color, strokeWidth: 0 }}
              activeDot={{
                r: 5,
                cursor: "pointer",
                onClick: (_: unknown, dot: unknown) => open(index, dotIndex(dot)),
              }}
              isAnimationActive={false}
              connectNulls
            />
          ))}
        </LineChart>
      )}
    </ResponsiveContainer>
  );
}

/** Which bucket a dot stands for; Recharts hands it over among the dot's own properties. */
function dotIndex(dot: unknown): number | undefined {
  if (typeof dot !== "object" || dot === null || !("index" in dot)) return undefined;
  return typeof dot.index === "number" ? dot.index : undefined;
}
