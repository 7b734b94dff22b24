import { mayOversee } from "@/lib/auth/oversee";
import { AppError } from "@/workflows/errors/app-error";
import type { Api } from "../api";
import { systemApi } from "../contract";
import { mount } from "../mount";

export function mountSystem(api: Api): void {
  const { db, system } = api.services;
  mount(api, systemApi.getSystem, async ({ caller }) => {
    if (await mayOversee(db, caller)) return system.overview();
    throw new AppError("forbidden", "Only administrators of the installation's first workspace see this.");
  });
  mount(api, systemApi.getWorkers, async () => ({ present: await system.hasWorkers() }));
}
