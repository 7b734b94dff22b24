import type { Api } from "../api";
import { conversationsApi } from "../contract";
import { mount } from "../mount";

export function mountConversations(api: Api): void {
  const { conversations } = api.services;
  mount(api, conversationsApi.listConversations, ({ caller, query: { cursor, limit, ...filter } }) =>
    conversations.list(caller, filter, { cursor, limit }),
  );
  mount(api, conversationsApi.getConversation, ({ caller, params, query }) =>
    conversations.get(caller, params.id, query.before),
  );
}
