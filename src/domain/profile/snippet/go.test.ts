import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_OPTIONS } from '../newProfile.ts';
import { BARE, COMMON, FULL, sourceOf, textField } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeGo } from './go.ts';

const RECEIVING = [
  '	for {',
  '		_, received, err := conn.Read(ctx)',
  '		check(err)',
  '		fmt.Println(string(received))',
  '	}',
  '}',
];

const CHECK = ['func check(err error) {', '	if err != nil {', '		log.Fatal(err)', '	}', '}'];

const SECRET = [
  'func secret(name string) string {',
  '	value := os.Getenv(name)',
  '	if value == "" {',
  '		log.Fatalf("set the environment variable %s", name)',
  '	}',
  '	return value',
  '}',
];

describe('writeGo', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeGo(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      '// go get github.com/coder/websocket',
      'package main',
      '',
      'import (',
      '	"context"',
      '	"fmt"',
      '	"log"',
      '	"time"',
      '',
      '	"github.com/coder/websocket"',
      ')',
      '',
      'func main() {',
      '	endpoint := "ws://127.0.0.1:8080/echo"',
      '	opening, cancel := context.WithTimeout(context.Background(), 55*time.Second)',
      '	defer cancel()',
      '	conn, _, err := websocket.Dial(opening, endpoint, &websocket.DialOptions{',
      '		CompressionMode: websocket.CompressionContextTakeover,',
      '	})',
      '	check(err)',
      '	defer conn.CloseNow()',
      '	conn.SetReadLimit(-1)',
      '	fmt.Println("open", conn.Subprotocol())',
      '',
      '	ctx := context.Background()',
      ...RECEIVING,
      '',
      ...CHECK,
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeGo(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      '// go get github.com/coder/websocket',
      'package main',
      '',
      'import (',
      '	"context"',
      '	"fmt"',
      '	"log"',
      '	"net/http"',
      '	"os"',
      '	"time"',
      '',
      '	"github.com/coder/websocket"',
      ')',
      '',
      'func main() {',
      '	header := http.Header{}',
      '	header.Add("X-Tenant", "contoso")',
      '',
      '	endpoint := "wss://contoso.azure-api.net/chat?subscription-key=" + secret("POSTERN_SUBSCRIPTION_KEY") + "&room=it%27s"',
      '	opening, cancel := context.WithTimeout(context.Background(), 55*time.Second)',
      '	defer cancel()',
      '	conn, _, err := websocket.Dial(opening, endpoint, &websocket.DialOptions{',
      '		HTTPHeader:      header,',
      '		Subprotocols:    []string{"json.webpubsub.azure.v1"},',
      '		CompressionMode: websocket.CompressionContextTakeover,',
      '	})',
      '	check(err)',
      '	defer conn.CloseNow()',
      '	conn.SetReadLimit(-1)',
      '	fmt.Println("open", conn.Subprotocol())',
      '',
      '	ctx := context.Background()',
      '	message := "{\\"action\\":\\"echo\\",\\"data\\":\\"it’s\\"}"',
      '	check(conn.Write(ctx, websocket.MessageText, []byte(message)))',
      ...RECEIVING,
      '',
      ...CHECK,
      '',
      ...SECRET,
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeGo(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '// go get github.com/coder/websocket',
      '// Go reads no key with a passphrase. Take it away with: openssl pkey -in client-key.pem -out plain-key.pem',
      'package main',
      '',
      'import (',
      '	"context"',
      '	"crypto/tls"',
      '	"crypto/x509"',
      '	"encoding/base64"',
      '	"fmt"',
      '	"log"',
      '	"net/http"',
      '	"net/url"',
      '	"os"',
      '	"time"',
      '',
      '	"github.com/coder/websocket"',
      ')',
      '',
      'func main() {',
      '	header := http.Header{}',
      '	header.Set("Origin", "https://app.example")',
      '	header.Add("Authorization", secret("POSTERN_AUTHORIZATION"))',
      '	header.Add("X-Trace", "1")',
      '	header.Add("x-trace", "2")',
      '',
      '	transport := http.DefaultTransport.(*http.Transport).Clone()',
      '	authorities, err := x509.SystemCertPool()',
      '	check(err)',
      '	pem, err := os.ReadFile("ca.pem")',
      '	check(err)',
      '	authorities.AppendCertsFromPEM(pem)',
      '	certificate, err := tls.LoadX509KeyPair("client.pem", "plain-key.pem")',
      '	check(err)',
      '	transport.TLSClientConfig = &tls.Config{',
      '		RootCAs:      authorities,',
      '		Certificates: []tls.Certificate{certificate},',
      '		ServerName:   "inner.example",',
      '	}',
      '	proxy, err := url.Parse(secret("POSTERN_PROXY_URL"))',
      '	check(err)',
      '	transport.Proxy = http.ProxyURL(proxy)',
      '',
      '	endpoint := "wss://gateway.example/v1?apikey=" + secret("POSTERN_APIKEY")',
      '	opening, cancel := context.WithTimeout(context.Background(), 10500*time.Millisecond)',
      '	defer cancel()',
      '	conn, _, err := websocket.Dial(opening, endpoint, &websocket.DialOptions{',
      '		HTTPClient:   &http.Client{Transport: transport},',
      '		HTTPHeader:   header,',
      '		Subprotocols: []string{"chat", "a b"},',
      '	})',
      '	check(err)',
      '	defer conn.CloseNow()',
      '	conn.SetReadLimit(-1)',
      '	fmt.Println("open", conn.Subprotocol())',
      '',
      '	ctx := context.Background()',
      '	message, err := base64.StdEncoding.DecodeString("AP8Q")',
      '	check(err)',
      '	check(conn.Write(ctx, websocket.MessageBinary, message))',
      ...RECEIVING,
      '',
      ...CHECK,
      '',
      ...SECRET,
      '',
    ]);
  });

  it('gives no options where there are none', () => {
    const options = { ...DEFAULT_PROFILE_OPTIONS, offersCompression: false };
    expect(writeGo(toSnippetRequest(sourceOf({ url: 'ws://a.example/', options }), false))).toContain(
      '\tconn, _, err := websocket.Dial(opening, endpoint, nil)\n\tcheck(err)\n',
    );
  });

  it('writes a letter of a header as the one byte that goes out for it', () => {
    const headers = [textField('X-City', String.raw`"Zürich" \n`)];
    expect(writeGo(toSnippetRequest(sourceOf({ url: 'ws://a.example/', headers }), false))).toContain(
      String.raw`header.Add("X-City", "\"Z\xfcrich\" \\n")`,
    );
  });

  it('says that a proxy is asked without a tunnel, where it is', () => {
    const options = {
      ...DEFAULT_PROFILE_OPTIONS,
      proxy: { kind: 'url', url: { kind: 'text', text: 'http://proxy.example:8080' } },
    } as const;
    const codeOf = (url: string) => writeGo(toSnippetRequest(sourceOf({ url, options }), false));
    expect(codeOf('ws://a.example/')).toContain('// Go asks a proxy for a ws: URL without a tunnel');
    expect(codeOf('wss://a.example/')).not.toContain('without a tunnel');
  });
});
