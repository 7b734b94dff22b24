import { PromptSettings } from "@/components/settings/prompts/prompt-settings";

export const metadata = { title: "Prompts" };

export default function PromptSettingsPage() {
  return <PromptSettings />;
}
