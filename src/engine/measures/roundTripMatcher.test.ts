import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_AWAITED, MAX_AWAITED_MS, RoundTripMatcher } from './roundTripMatcher.ts';

let matcher: RoundTripMatcher;
beforeEach(() => {
  matcher = new RoundTripMatcher();
});

const bytes = (text: string) => new TextEncoder().encode(text);

function send(index: number, time: number, text: string, isText = true): void {
  matcher.sendMessage(index, time, bytes(text), isText);
}

/** `way asked ms` of the match, or `-`. */
function receive(time: number, text: string): string {
  const payload = bytes(text);
  // Within a segment, as payloads are.
  const segment = bytes(`{"id":0}${text}{"id":0}`);
  const trip = matcher.isAwaiting ? matcher.receiveMessage(time, segment, 8, 8 + payload.length) : null;
  return trip === null ? '-' : `${trip.way} ${trip.asked} ${trip.ms}`;
}

describe('one message answers another', () => {
  it.each([
    { way: 'echo', sent: 'hello', received: 'hello' },
    { way: 'echo', sent: '{"id":7,"a":1}', received: '{"id":7,"a":1}' },
    { way: 'id', sent: '{"id":7,"a":1}', received: '{"id":7,"result":[]}' },
    { way: 'id', sent: '{"id":7}', received: '{"result":{"id":3},"jsonrpc":"2.0", "id" : 7}' },
    { way: 'id', sent: '{"requestId":"a-1"}', received: '{"requestId":"a-1","ok":true}' },
    { way: 'id', sent: '{"topic":"t","ref":"2"}', received: '{"ref":"2","payload":{}}' },
    { way: 'id', sent: '{"id":"x","ackId":1}', received: '{"ackId":1}' },
    {
      way: 'ack',
      sent: '{"type":"joinGroup","ackId":1}',
      received: '{"type":"ack","ackId":1,"success":true}',
    },
    { way: 'part', sent: 'hello', received: '{"message":"hello"}' },
    { way: 'part', sent: 'hello world', received: 'You said: hello world!' },
    { way: 'part', sent: '{"a":"b"}', received: '{"echo":"{\\"a\\":\\"b\\"}"}' },
    { way: 'part', sent: '{"a":"b"}', received: '{"data":{"a":"b"},"at":1}' },
    { way: 'part', sent: '{"action":"echo","data":"hi"}', received: 'hi' },
    { way: 'part', sent: '{"action":"echo","data":"hello"}', received: '{"result":"hello"}' },
    { way: 'part', sent: '{"action":"echo","data":{"n":1}}', received: '{"result":{"n":1}}' },
  ])('as $way: $sent, then $received', ({ way, sent, received }) => {
    send(3, 100, sent);
    expect(receive(103.5, received)).toBe(`${way} 3 3.5`);
  });

  it.each([
    { why: 'another id', sent: '{"id":7}', received: '{"id":8}' },
    { why: 'a longer number', sent: '{"id":7}', received: '{"id":71}' },
    { why: 'a text that is no number', sent: '{"id":7}', received: '{"id":"7"}' },
    { why: 'another field', sent: '{"id":7}', received: '{"ref":7}' },
    { why: 'the id of something deeper down', sent: '{"id":7,"a":1}', received: '{"user":{"id":7}}' },
    { why: 'no JSON', sent: '{"id":7}', received: '{"id":7' },
    { why: 'too short to be more than chance', sent: 'hey', received: 'they know' },
    { why: 'other letters', sent: 'hello world', received: 'HELLO WORLD' },
    { why: 'nothing to compare', sent: '', received: '' },
  ])('but not with $why: $sent, then $received', ({ sent, received }) => {
    send(3, 100, sent);
    expect(receive(101, received)).toBe('-');
  });

  it('byte for byte when it is binary, and by no id in it', () => {
    send(1, 100, '{"id":7}', false);
    expect(receive(101, '{"id":7,"ok":true}')).toBe('-');
    expect(receive(102, '{"id":7}')).toBe('echo 1 2');
  });
});

describe('of several', () => {
  it('an id finds its own, out of order', () => {
    for (const id of [1, 2, 3]) send(id, 100, `{"id":${id}}`);
    expect(receive(101, '{"id":3,"ok":1}')).toBe('id 3 1');
    expect(receive(102, '{"id":1,"ok":1}')).toBe('id 1 2');
    expect(receive(103, '{"id":2,"ok":1}')).toBe('id 2 3');
  });

  it('the one that has waited longest is answered by what fits all', () => {
    send(1, 100, 'the same');
    send(2, 110, 'the same');
    expect(receive(120, 'the same')).toBe('echo 1 20');
    expect(receive(121, 'the same')).toBe('echo 2 11');
    expect(receive(122, 'the same')).toBe('-');
  });

  it('the strictest way wins, whatever has waited longer', () => {
    send(1, 100, 'hello world');
    send(2, 110, '{"id":5,"text":"x"}');
    expect(receive(120, '{"id":5,"said":"hello world"}')).toBe('id 2 10');
    expect(receive(121, '{"id":5,"said":"hello world"}')).toBe('part 1 21');
  });
});

describe('a message with an id', () => {
  const JOIN = '{"type":"sendToGroup","group":"g","ackId":4,"data":"hello"}';
  const BACK = '{"type":"message","from":"group","data":"hello"}';
  const ACK = '{"type":"ack","ackId":4,"success":true}';

  it('is awaited after it has come back in part, and is answered by both', () => {
    send(1, 100, JOIN);
    expect(receive(101, BACK)).toBe('part 1 1');
    expect(matcher.isAwaited(1)).toBe(true);
    expect(matcher.messages).toEqual({ sent: 1, awaited: 0, unanswered: 0 });
    expect(receive(102, BACK)).toBe('-');
    expect(receive(103, ACK)).toBe('ack 1 3');
    expect(matcher.isAwaiting).toBe(false);
  });

  it('is answered once by its id', () => {
    send(1, 100, JOIN);
    expect(receive(101, ACK)).toBe('ack 1 1');
    expect(receive(102, ACK)).toBe('-');
    expect(receive(103, BACK)).toBe('-');
  });
});

describe('what is never answered', () => {
  it('is given up after a minute', () => {
    send(1, 100, 'hello');
    expect(matcher.messages).toEqual({ sent: 1, awaited: 1, unanswered: 0 });
    matcher.giveUpOld(100 + MAX_AWAITED_MS);
    expect(matcher.isAwaiting).toBe(true);
    expect(receive(100.5 + MAX_AWAITED_MS, 'hello')).toBe('-');
    expect(matcher.messages).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
  });

  it('is given up with its connection', () => {
    send(1, 100, 'hello');
    matcher.sendPing(2, 100, bytes(''));
    matcher.end();
    expect(receive(101, 'hello')).toBe('-');
    expect(matcher.messages).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
    expect(matcher.pings).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
  });

  it('makes way for newer ones', () => {
    for (let index = 0; index <= MAX_AWAITED; index += 1) send(index, 100, `message ${index};`);
    expect(matcher.messages).toEqual({ sent: 65, awaited: 64, unanswered: 1 });
    expect(receive(101, 'message 0;')).toBe('-');
    expect(receive(101, 'message 1;')).toBe('echo 1 1');
  });

  it('makes way where copies would take too much', () => {
    for (let index = 0; index < 17; index += 1) send(index, 100, `${index}`.padEnd(1024 * 1024));
    expect(matcher.messages).toEqual({ sent: 17, awaited: 16, unanswered: 1 });
  });

  it('is not awaited at all when it is longer than a copy may be', () => {
    send(1, 100, 'x'.repeat(1024 * 1024 + 1));
    expect(matcher.isAwaiting).toBe(false);
    expect(matcher.messages).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
  });
});

describe('a flood in between', () => {
  const FLOOD = bytes(`{"id":1000,"text":"${'abcdefghij'.repeat(100_000)}"}`);
  const flood = (megabytes: number) => {
    for (let count = 0; count < megabytes && matcher.isAwaiting; count += 1) {
      expect(matcher.receiveMessage(1, FLOOD, 0, FLOOD.length)).toBeNull();
    }
  };

  it('hides no answer', () => {
    send(1, 0, '{"id":1,"text":"hello world"}');
    flood(50);
    expect(receive(2, '{"id":1}')).toBe('id 1 2');
  });

  it('ends the wait when it is more than is worth searching, and what is sent after it is awaited again', () => {
    send(1, 0, '{"id":1,"text":"hello world"}');
    flood(300);
    expect(matcher.messages).toEqual({ sent: 1, awaited: 0, unanswered: 1 });
    send(2, 1_000, '{"id":2,"text":"hello world"}');
    expect(receive(1_001, '{"id":2}')).toBe('id 2 1');
  });
});

describe('a pong', () => {
  const pong = (time: number, payload: string) => {
    const trip = matcher.receivePong(time, bytes(payload));
    return trip === null ? '-' : `${trip.way} ${trip.asked} ${trip.ms}`;
  };

  it('answers the ping with its payload', () => {
    matcher.sendPing(1, 100, bytes('one'));
    matcher.sendPing(2, 110, bytes('two'));
    expect(pong(120, 'two')).toBe('pong 2 10');
    expect(pong(121, 'three')).toBe('-');
    expect(pong(122, 'one')).toBe('pong 1 22');
    expect(pong(123, 'one')).toBe('-');
  });

  it('answers pings without a payload in their order', () => {
    matcher.sendPing(1, 100, bytes(''));
    matcher.sendPing(2, 110, bytes(''));
    expect([pong(120, ''), pong(121, ''), pong(122, '')]).toEqual(['pong 1 20', 'pong 2 11', '-']);
  });
});

it('a server that answers each id once, in any order and among other messages, is matched one to one', () => {
  const order = fc.uniqueArray(fc.nat(40), { maxLength: 40 });
  fc.assert(
    fc.property(order, fc.array(fc.nat(1_000), { maxLength: 40 }), (ids, noise) => {
      matcher = new RoundTripMatcher();
      for (const id of ids) send(id, id, `{"id":${id},"ask":true}`);
      const answers = [...ids].reverse().flatMap((id, place) => {
        receive(100, `{"n":${noise[place] ?? 0}}`);
        return [receive(100, `{"answer":true,"id":${id}}`)];
      });
      expect(answers).toEqual([...ids].reverse().map((id) => `id ${id} ${100 - id}`));
      expect(matcher.messages).toEqual({ sent: ids.length, awaited: 0, unanswered: 0 });
    }),
  );
});
