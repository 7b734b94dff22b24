export * as agentsApi from "./agents";
export * as chatApi from "./chat";
export * as modelsApi from "./models";
export * as outgoingApi from "./outgoing";
export * as retentionApi from "./retention";
export * as runsApi from "./runs";
export * as sessionApi from "./session";
export * as workspaceApi from "./workspace";
