/** Messages of OTLP as OpenTelemetry's own build generates them; their types are not published. */
declare module "otlp-messages/build/src/generated/root" {
  interface Message {
    decode(bytes: Uint8Array): object;
    toObject(message: object, options: { longs: unknown; enums: unknown; bytes: unknown }): unknown;
    encode(message: object): { finish(): Uint8Array };
  }
  const root: {
    opentelemetry: {
      proto: {
        collector: {
          trace: { v1: { ExportTraceServiceRequest: Message; ExportTraceServiceResponse: Message } };
        };
      };
    };
  };
  export default root;
}
