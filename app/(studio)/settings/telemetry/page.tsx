import { TelemetrySettings } from "@/components/settings/telemetry/telemetry-settings";

export const metadata = { title: "Telemetry" };

export default function TelemetryPage() {
  return <TelemetrySettings />;
}
