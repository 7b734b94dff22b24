import fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a change is judged by what it changes. `FC_SEED=random`
 * explores others, a number repeats those of an earlier run.
 */
const { FC_SEED = "20261121" } = process.env;
if (FC_SEED !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(FC_SEED) });
