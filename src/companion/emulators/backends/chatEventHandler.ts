/** A payload as the JSON subprotocol writes it: `binary` is base64, `json` any JSON value (gateways.md 3.4). */
export type Payload =
  | { readonly dataType: 'text'; readonly data: string }
  | { readonly dataType: 'json'; readonly data: unknown }
  | { readonly dataType: 'binary'; readonly data: string };

/** What Web PubSub hands to the application when a client sends an event. */
export interface UserEvent {
  readonly hub: string;
  /** `message` for every frame of a simple client, else the name that the client gave. */
  readonly event: string;
  readonly connectionId: string;
  readonly userId: string | null;
  readonly payload: Payload;
}

/** The application behind a hub. What it returns goes back to the client; `null` sends nothing. */
export type EventHandler = (event: UserEvent) => Payload | null;

/** The application behind `chatdemo`: it answers whatever it is told with the same. */
export const chatEventHandler: EventHandler = ({ payload }) => payload;
