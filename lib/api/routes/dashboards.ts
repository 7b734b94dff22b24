import type { Api } from "../api";
import { dashboardsApi } from "../contract";
import { mount } from "../mount";

export function mountDashboards(api: Api): void {
  const { dashboards } = api.services;
  mount(api, dashboardsApi.getDashboard, ({ caller, query }) => dashboards.figures(caller, query));
  mount(api, dashboardsApi.getFlame, ({ caller, params, query }) =>
    dashboards.flame(caller, { ...query, agentId: params.id }),
  );
  mount(api, dashboardsApi.getFlameTops, ({ caller, params, query }) =>
    dashboards.tops(caller, { ...query, agentId: params.id }),
  );
}
