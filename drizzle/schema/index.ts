export * from "./accounts";
export * from "./agents";
export * from "./audit";
export * from "./models";
export * from "./runs";
