import { toast } from "./toast";

/** Functions that a page does without until somebody uses them. */
export interface LateModule<Module> {
  /** They, once they are there. */
  current(this: void): Module | undefined;
  /** @throws whatever the network does */
  load(this: void): Promise<Module>;
  /** Takes them from whoever has them already. */
  give(this: void, module: Module): void;
  /** Loads them before they are asked for; what fails now is loaded when it is used. */
  preload(this: void): void;
  /** Uses them: at once where they are there, or as soon as they are. Where they cannot be loaded it is said. */
  use(this: void, work: (module: Module) => void): void;
}

export function lateModule<Module>(importing: () => Promise<Module>): LateModule<Module> {
  let loaded: Module | undefined;
  const load = async () => {
    loaded ??= await importing();
    return loaded;
  };
  return {
    current: () => loaded,
    load,
    give: (module) => {
      loaded ??= module;
    },
    preload: () => void load().catch(() => {}),
    use: (work) => {
      if (loaded !== undefined) return work(loaded);
      load().then(work, () =>
        toast.failed("That could not be loaded", new Error("Check the connection, then try again.")),
      );
    },
  };
}
