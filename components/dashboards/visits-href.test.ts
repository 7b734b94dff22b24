import { expect, it } from "vitest";
import type { DashboardValues } from "./use-dashboard-address";
import { visitsHref } from "./visits-href";

const values: DashboardValues = {
  view: "overview",
  range: "30d",
  from: null,
  to: null,
  agent: null,
  version: 3,
  source: "chat",
  group: "node",
  measure: "n",
  by: "time",
  place: null,
};
const read = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

it("leads to a node of one agent in the same time, whose versions are others", () => {
  expect(read(visitsHref(values, "agent_1", "write"))).toEqual({
    view: "flame",
    range: "30d",
    agent: "agent_1",
    source: "chat",
    place: '["node:write"]',
  });
});

it("leads to a node inside others, and keeps the version of the agent that is looked at", () => {
  const { place, version } = read(visitsHref({ ...values, agent: "agent_1" }, "agent_1", "outer/inner"));
  expect([place, version]).toEqual(['["node:outer","node:outer/inner"]', "3"]);
});
