#!/usr/bin/env node
// A second verifier for bundles and receipts of the format lifecycle-ledger/1, written from ledger-format.md alone.
// Deliberately naive: it reads a file whole (so up to 2 GB) and recurses as the definitions do. Node.js 20 or later, nothing else.
//
//   node ledger-verifier.mjs FILE... [--key KEY]... [--checkpoint FILE]... [--receipt FILE]...
//
// Exit code 0: all files are good. 1: one is bad. 2: a file or an argument could not be read.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import zlib from 'node:zlib';

class Bad extends Error {}
const need = (condition, message) => { if (!condition) throw new Bad(message); };
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const same = (a, b) => Buffer.compare(a, b) === 0;

// --- Text, numbers, base64 -------------------------------------------------------------------------------------------

function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Bad('A text is not UTF-8.');
  }
}

function whole(digits) {
  need(/^(0|[1-9][0-9]{0,15})$/.test(digits) && Number.isSafeInteger(Number(digits)), `'${digits}' is not a whole number.`);
  return Number(digits);
}

function base64(string) {
  const bytes = Buffer.from(string, 'base64');
  need(bytes.toString('base64') === string, 'A value is not base64 in its one form.');
  return bytes;
}

function hash64(string) {
  const bytes = base64(string);
  need(bytes.length === 32, 'A hash does not have 32 bytes.');
  return bytes;
}

const isHex = value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

// --- Section 1: canonical JSON ---------------------------------------------------------------------------------------

function canonical(value, depth = 1) {
  if (typeof value === 'string') {
    need(value.isWellFormed(), 'Half a surrogate pair.');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  need(depth <= 64, 'JSON is nested too deeply.');
  if (Array.isArray(value)) return `[${value.map(item => canonical(item, depth + 1)).join(',')}]`;
  return `{${Object.keys(value).sort().map(name => `${canonical(name)}:${canonical(value[name], depth + 1)}`).join(',')}}`;
}

function readCanonical(bytes, what) {
  const json = text(bytes);
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Bad(`${what} is not JSON.`);
  }
  need(canonical(value) === json, `${what} is not in canonical form.`);
  return value;
}

const hasExactly = (object, ...names) => isObject(object) && Object.keys(object).sort().join() === names.sort().join();

// --- Sections 2 and 3: leaves and commitments ------------------------------------------------------------------------

function readLeaf(bytes) {
  const leaf = readCanonical(bytes, 'A leaf');
  const there = (...names) => names.filter(name => isObject(leaf) && Object.hasOwn(leaf, name));
  const [texts, headers, takenIn] = [there('causation', 'correlation', 'dotnetType'), there('headers'), there('takenIn')];
  need(hasExactly(leaf, 'data', 'id', 'position', 'stream', 'tenant', 'timestamp', 'type', 'version', ...texts, ...headers, ...takenIn), 'A leaf has other members than leaves have.');
  for (const name of [...texts, 'tenant', 'type']) need(typeof leaf[name] === 'string', `${name} is not a string.`);
  for (const name of ['data', ...headers]) need(isObject(leaf[name]), `${name} is not an object.`);
  for (const name of takenIn) need(leaf[name] === true, `${name} is not true.`);
  for (const name of ['position', 'version']) need(Number.isSafeInteger(leaf[name]) && leaf[name] >= 0, `${name} is not a whole number.`);
  for (const name of ['id', 'stream']) need(typeof leaf[name] === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(leaf[name]), `${name} is not a uuid.`);
  need(isTime(leaf.timestamp), 'timestamp is not a time in UTC with six decimals.');
  const found = [];
  commitments(leaf.data, '', found);
  const inHeaders = [];
  commitments(leaf.headers ?? {}, '', inHeaders);
  need(inHeaders.length === 0, 'A commitment stands in headers.');
  return { ...leaf, commitments: found };
}

function isTime(value) {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value) || value.startsWith('0000')) return false;
  const date = new Date(`${value.slice(0, 23)}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 23) === value.slice(0, 23);
}

function commitments(value, pointer, found) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.hasOwn(value, '$commitment')) {
    need(hasExactly(value, '$commitment') && isHex(value.$commitment) && pointer !== '', 'A commitment has not its form.');
    found.push({ pointer, hash: value.$commitment });
    return;
  }
  const names = Array.isArray(value) ? value.keys() : Object.keys(value).sort();
  for (const name of names) commitments(value[name], `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
}

const commitment = (salt, value) => sha256('lifecycle-commitment/1\n', salt, value).toString('hex');

// --- Section 4: tree -------------------------------------------------------------------------------------------------

const leafHash = leaf => sha256(Buffer.of(0), leaf);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

function queue(list) {
  let at = 0;
  return { isEmpty: () => at === list.length, first: () => list[at], take: () => list[at++] };
}

function half(width) {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}

// The root that an inclusion proof leads to. It is used from its end, as it was made: RFC 6962 section 2.1.1.
function included(index, size, hash, proof) {
  if (size === 1) {
    need(proof.length === 0, 'The proof is too long.');
    return hash;
  }
  need(proof.length > 0, 'The proof is too short.');
  const [rest, last, left] = [proof.slice(0, -1), proof.at(-1), half(size)];
  return index < left ? nodeHash(included(index, left, hash, rest), last) : nodeHash(last, included(index - left, size - left, hash, rest));
}

// Both roots that a consistency proof leads to: RFC 6962 section 2.1.2. `known` is the earlier root while it is a whole subtree.
function consistent(earlier, size, proof, known) {
  if (earlier === size) {
    need(proof.length === (known ? 0 : 1), 'The proof has another length.');
    return known ? [known, known] : [proof[0], proof[0]];
  }
  need(proof.length > 0, 'The proof is too short.');
  const [rest, last, left] = [proof.slice(0, -1), proof.at(-1), half(size)];
  if (earlier <= left) {
    const [before, after] = consistent(earlier, left, rest, known);
    return [before, nodeHash(after, last)];
  }
  const [before, after] = consistent(earlier - left, size - left, rest, undefined);
  return [nodeHash(last, before), nodeHash(last, after)];
}

const emptyRoot = sha256('');

function treeRoot(hashes) {
  if (hashes.length <= 1) return hashes[0] ?? emptyRoot;
  const left = half(hashes.length);
  return nodeHash(treeRoot(hashes.slice(0, left)), treeRoot(hashes.slice(left)));
}

// Section 7, "hashes": both queues are used up from their fronts.
function joinedRoot(start, width, leaves, hashes) {
  if (leaves.isEmpty() || leaves.first().index >= start + width) {
    need(!hashes.isEmpty(), 'There are too few hashes.');
    return hashes.take();
  }
  if (width === 1) return leaves.take().hash;
  const left = half(width);
  const first = joinedRoot(start, left, leaves, hashes);
  return nodeHash(first, joinedRoot(start + left, width - left, leaves, hashes));
}

// --- Section 5: keys, notes, checkpoints -----------------------------------------------------------------------------

const p256 = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
const isName = name => name.length > 0 && !/[\s\u0085\ufeff+]|\p{Cc}/u.test(name);

function readKey(string) {
  const [name, id, ...rest] = string.split('+');
  need(isName(name) && id !== undefined && rest.length > 0, 'A verifier key has not its form.');
  const material = base64(rest.join('+'));
  need(material.length >= 2, 'A verifier key has no key.');
  const [type, key] = [material[0], material.subarray(1)];
  const computed = (type === 2 ? sha256(key) : sha256(`${name}\n`, material)).subarray(0, 4).toString('hex');
  need(computed === id, `The id of the verifier key ${name} is not its own.`);
  return { name, id, type, text: string, check: checkerOf(type, key) };
}

// How signatures of a key are checked; undefined where they are not.
function checkerOf(type, key) {
  if (type === 2) {
    need(key.length === p256.length + 64 && same(key.subarray(0, p256.length), p256), 'A verifier key is not on P-256.');
    const spki = publicKey({ key, format: 'der', type: 'spki' });
    return (note, signature) => verifySignature('sha256', Buffer.from(note), { key: spki, dsaEncoding: 'der' }, signature);
  }
  if (type === 4) {
    need(key.length === 32, 'An Ed25519 key does not have 32 bytes.');
    const ed25519 = publicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }, format: 'jwk' });
    return (note, signature) => signature.length === 72
      && verifySignature(null, Buffer.from(`cosignature/v1\ntime ${signature.readBigUInt64BE()}\n${note}`), ed25519, signature.subarray(8));
  }
  return undefined;
}

function publicKey(encoded) {
  try {
    return createPublicKey(encoded);
  } catch {
    throw new Bad('A verifier key is not a key.');
  }
}

function readNote(bytes) {
  need(bytes.length <= 1 << 20, 'A note is too large.');
  const note = text(bytes);
  need(!/[\x00-\x09\x0b-\x1f]/.test(note), 'A note has control characters.');
  const blank = note.lastIndexOf('\n\n');
  need(blank >= 0 && note.endsWith('\n'), 'A note has no signatures.');
  const lines = note.slice(blank + 2).split('\n').slice(0, -1);
  need(lines.length >= 1 && lines.length <= 64, 'A note has no signatures, or too many.');
  return { text: note.slice(0, blank + 1), signatures: lines.map(readSignature) };
}

function readSignature(line) {
  const parts = line.split(' ');
  need(parts.length === 3 && parts[0] === '—' && isName(parts[1]), 'A signature line has not its form.');
  const bytes = base64(parts[2]);
  need(bytes.length >= 5, 'A signature is too short.');
  return { name: parts[1], id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
}

function readCheckpoint(bytes) {
  const note = readNote(bytes);
  const lines = note.text.split('\n');
  need(lines.length === 4 && lines[0] !== '' && lines[3] === '', 'A checkpoint does not have three lines.');
  const checkpoint = { note, origin: lines[0], size: whole(lines[1]), root: hash64(lines[2]) };
  need(checkpoint.size > 0 || same(checkpoint.root, emptyRoot), 'The checkpoint of an empty log has another root.');
  return checkpoint;
}

// The keys that signed. A known key with a false signature condemns the note.
function signers(note, keys) {
  const good = [];
  for (const line of note.signatures) {
    const key = keys.find(key => key.name === line.name && key.id === line.id);
    if (key?.check === undefined) continue;
    need(key.check(note.text, line.bytes), `The signature of ${key.name} is not of this checkpoint.`);
    good.push(key.text);
  }
  return good;
}

// --- Section 6: receipts ---------------------------------------------------------------------------------------------

function readReceipt(bytes) {
  need(bytes.length <= 32 << 20, 'The receipt is too large.');
  const blank = bytes.indexOf('\n\n');
  need(blank >= 0, 'The receipt has no checkpoint.');
  const [first, extra, index, ...proof] = text(bytes.subarray(0, blank)).split('\n');
  need(first === 'c2sp.org/tlog-proof@v1' && extra?.startsWith('extra ') && index?.startsWith('index ') && proof.length <= 63, 'The receipt has not its form.');
  return {
    leaf: base64(extra.slice(6)),
    index: whole(index.slice(6)),
    proof: proof.map(hash64),
    checkpoint: readCheckpoint(bytes.subarray(blank + 2)),
  };
}

function checkProof({ leaf, index, proof, checkpoint }) {
  need(index < checkpoint.size, 'The receipt is for an event beyond the end of the log.');
  need(same(included(index, checkpoint.size, leafHash(leaf), proof), checkpoint.root), `The receipt does not prove event ${index}.`);
}

function verifyReceipt(bytes, trust) {
  const receipt = readReceipt(bytes);
  const leaf = readLeaf(receipt.leaf);
  checkProof(receipt);
  const good = signers(receipt.checkpoint.note, trust.keys);
  need(trust.keys.length > 0, 'A receipt carries no key: give one with --key.');
  need(trust.keys.some(key => good.includes(key.text) && key.name === receipt.checkpoint.origin), 'None of your keys signed the checkpoint of this receipt.');
  return [`Event ${receipt.index} (${leaf.type}, position ${leaf.position}) is in the log ${receipt.checkpoint.origin} of ${receipt.checkpoint.size} events.`];
}

// --- Section 7: bundles ----------------------------------------------------------------------------------------------

const crcTable = Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
const crc32 = zlib.crc32 ?? (bytes => ~bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0);

// The part that local header and central record share, from version to extra length.
function zipFields(crc, length, nameLength) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(10, 0);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(length, 14);
  fields.writeUInt32LE(length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function readZip(bytes) {
  const [files, directory] = [new Map(), []];
  let at = 0;
  while (bytes.length - at >= 30 && bytes.readUInt32LE(at) === 0x04034b50) {
    const [crc, length, nameLength] = [bytes.readUInt32LE(at + 14), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const content = at + 30 + nameLength;
    need(content + length <= bytes.length, 'The bundle ends in the middle of a file.');
    const fields = zipFields(crc, length, nameLength);
    need(same(bytes.subarray(at + 4, at + 30), fields), 'A zip header is not as bundles have it.');
    const name = bytes.subarray(at + 30, content);
    const data = bytes.subarray(content, content + length);
    need(!files.has(name.toString('latin1')), 'A file is in the bundle twice.');
    need(crc32(data) === crc, `${name} is damaged.`);
    files.set(name.toString('latin1'), data);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    directory.push(Buffer.concat([Buffer.from('504b01020a00', 'hex'), fields, Buffer.alloc(10), offset, name]));
    at = content + length;
  }
  need(files.size < 65535, 'The bundle has too many files.');
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(at, 16);
  need(same(bytes.subarray(at), Buffer.concat([records, end])), 'The zip directory is not as bundles have it.');
  return files;
}

// Names and their order; gives the sizes of the earlier checkpoints.
function checkNames(names) {
  const sizes = names.filter(name => name.startsWith('checkpoints/')).map(name => whole(name.slice(12)));
  need(sizes.every((size, at) => at === 0 || size > sizes[at - 1]), 'Earlier checkpoints are not in order.');
  const evidence = names.filter(name => name.startsWith('evidence/'));
  need(evidence.every((name, at) => isHex(name.slice(9)) && (at === 0 || name > evidence[at - 1])), 'Evidence files are not in order.');
  const expected = [
    'README.txt', 'manifest.json', 'keys.txt', 'checkpoint', ...sizes.flatMap(size => [`checkpoints/${size}`, `consistency/${size}`]),
    'hashes', 'leaves.jsonl', 'openings.jsonl', 'evidence.jsonl', 'authority.json', ...evidence,
  ];
  need(names.join('\n') === expected.join('\n'), 'The bundle does not have the files that bundles have, in their order.');
  return sizes;
}

// Every byte of these follows from the root and the commitments: the manifest has no digest of them.
const proved = ['leaves.jsonl', 'openings.jsonl'];

function checkManifest(files) {
  const manifest = readCanonical(files.get('manifest.json'), 'The manifest');
  need(hasExactly(manifest, 'entries', 'format', 'leaves', 'origin', 'request', 'scope', 'size'), 'The manifest has other members.');
  need(manifest.format === 'lifecycle-ledger/1', 'The bundle is of another format.');
  need(isObject(manifest.request) && ['log', 'streams', 'selection'].includes(manifest.scope), 'The manifest has not its form.');
  const listed = [...files].filter(([name]) => name !== 'manifest.json')
    .map(([name, data]) => ({ length: data.length, name, ...(proved.includes(name) ? {} : { sha256: sha256(data).toString('hex') }) }));
  need(canonical(listed) === canonical(manifest.entries), 'The files are not those that the manifest lists.');
  for (const { name, sha256: digest } of listed) need(!name.startsWith('evidence/') || name.slice(9) === digest, `${name} has other bytes than its name says.`);
  return manifest;
}

function readKeys(bytes) {
  const lines = text(bytes).split('\n');
  need(lines.pop() === '' && /^(log )+(witness )*$/.test(lines.map(line => `${line.split(' ')[0]} `).join('')), 'keys.txt has not its form.');
  const keys = lines.map(line => ({ role: line.split(' ')[0], ...readKey(line.slice(line.indexOf(' ') + 1)) }));
  need(keys.every(key => key.role === 'witness' || key.type === 2), 'A key of the log is of another type.');
  return keys;
}

function linesOf(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    need(end >= 0, 'A last line does not end.');
    found.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return found;
}

function readLeaves(bytes, manifest) {
  const leaves = linesOf(bytes).map(line => {
    const match = /^([0-9]+) ([0-9a-f]{64}) /.exec(line.toString('latin1', 0, 100));
    need(match, 'A line of leaves.jsonl has not its form.');
    const body = line.subarray(match[0].length);
    const [index, hash] = [whole(match[1]), Buffer.from(match[2], 'hex')];
    need(same(leafHash(body), hash), `Event ${index} is not the one that was hashed.`);
    return { index, hash, body, ...readLeaf(body) };
  });
  for (const [at, { index }] of leaves.entries()) {
    need(at === 0 || index > leaves[at - 1].index, `Event ${index} is there twice, or in another place.`);
    need(index < manifest.size, `Event ${index} lies beyond the end of the log.`);
    need(manifest.scope !== 'log' || index === at, `Event ${at} is missing.`);
  }
  need(leaves.length === manifest.leaves, `There should be ${manifest.leaves} events, and there are ${leaves.length}.`);
  return leaves;
}

function checkOrder(leaves, manifest, said) {
  const versions = new Map();
  let [highest, last] = [0, -1];
  for (const { index, position, tenant, stream, version } of leaves) {
    need(position !== highest, `Position ${position} is there twice.`);
    if (position < highest) said.push(`Late: position ${position} was taken in after ${highest}.`);
    else if (index === last + 1 && position > highest + 1) said.push(`Gap: no event has the positions ${highest + 1} to ${position - 1}.`);
    [highest, last] = [Math.max(highest, position), index];
    if (manifest.scope === 'selection') continue;
    const name = JSON.stringify([tenant, stream]);
    need(version === (versions.get(name) ?? 0) + 1, `Event ${index}: version ${version} of its stream does not follow ${versions.get(name) ?? 0}.`);
    versions.set(name, version);
  }
}

function checkOpenings(bytes, leaves, said) {
  const openings = queue(linesOf(bytes).map(line => readCanonical(line, 'A line of openings.jsonl')));
  const byIndex = new Map(leaves.map(leaf => [leaf.index, leaf]));
  for (const leaf of leaves)
    for (const { pointer, hash } of leaf.commitments) {
      const opening = openings.take();
      need(opening?.index === leaf.index && opening.pointer === pointer, `The text at ${pointer} of event ${leaf.index} is missing.`);
      if (hasExactly(opening, 'erased', 'index', 'pointer')) said.push(erasure(leaf, pointer, opening.erased, byIndex));
      else {
        need(hasExactly(opening, 'index', 'pointer', 'salt', 'value') && isHex(opening.salt) && typeof opening.value === 'string', 'A line of openings.jsonl has not its form.');
        need(commitment(Buffer.from(opening.salt, 'hex'), opening.value) === hash, `The text at ${pointer} of event ${leaf.index} is not the one that was recorded.`);
      }
    }
  need(openings.isEmpty(), 'Texts are given that no event has.');
}

function erasure(leaf, pointer, by, byIndex) {
  const event = byIndex.get(by);
  need(event !== undefined && by > leaf.index && event.type === 'erased' && event.tenant === leaf.tenant && event.stream === leaf.stream
    && event.data.version === leaf.version && Array.isArray(event.data.fields) && event.data.fields.includes(pointer),
  `The text at ${pointer} of event ${leaf.index} is missing, and event ${by} did not erase it.`);
  return `Erased: the text at ${pointer} of event ${leaf.index}, on ${event.timestamp.slice(0, 10)} by ${event.headers?.actor} under ${event.data.basis}.`;
}

function checkEvidence(files, leaves) {
  const named = leaves.filter(leaf => leaf.type === 'evidence_submitted' && isHex(leaf.data.sha256));
  need(text(files.get('evidence.jsonl')) === named.map(leaf => `{"index":${leaf.index},"sha256":"${leaf.data.sha256}"}\n`).join(''), 'evidence.jsonl does not list what the events name.');
  for (const name of files.keys())
    need(!name.startsWith('evidence/') || named.some(leaf => leaf.data.sha256 === name.slice(9)), `No event names ${name}.`);
}

function verifyBundle(bytes, trust) {
  const said = [];
  const files = readZip(bytes);
  const sizes = checkNames([...files.keys()]);
  const manifest = checkManifest(files);
  const keys = readKeys(files.get('keys.txt'));
  const signed = name => {
    const checkpoint = readCheckpoint(files.get(name));
    checkpoint.signers = signers(checkpoint.note, [...keys, ...trust.keys]);
    need(checkpoint.origin === manifest.origin, `${name} is of another log.`);
    need(keys.some(key => key.role === 'log' && key.name === checkpoint.origin && checkpoint.signers.includes(key.text)), `No key of the log signed ${name}.`);
    return checkpoint;
  };
  const main = signed('checkpoint');
  need(main.size === manifest.size, 'Checkpoint and manifest speak of different sizes.');
  const roots = new Map([[0, emptyRoot], [main.size, main.root]]);
  for (const size of sizes) {
    const [earlier, proof] = [signed(`checkpoints/${size}`), hashesOf(files.get(`consistency/${size}`))];
    need(earlier.size === size && size > 0 && size < main.size, `checkpoints/${size} is of another size.`);
    const [before, after] = consistent(size, main.size, proof, earlier.root);
    need(same(before, earlier.root) && same(after, main.root), `Forked: the log did not just grow from ${size} to ${main.size} events.`);
    roots.set(size, earlier.root);
  }
  const leaves = readLeaves(files.get('leaves.jsonl'), manifest);
  checkOrder(leaves, manifest, said);
  checkOpenings(files.get('openings.jsonl'), leaves, said);
  checkEvidence(files, leaves);
  readCanonical(files.get('authority.json'), 'authority.json');
  const [left, hashes] = [queue(leaves), queue(hashesOf(files.get('hashes')))];
  need(manifest.scope !== 'log' || hashes.isEmpty(), 'A bundle of every event needs no hashes.');
  const root = main.size === 0 ? emptyRoot : joinedRoot(0, main.size, left, hashes);
  need(left.isEmpty() && hashes.isEmpty() && same(root, main.root), 'The events do not give the root that was signed.');
  checkTrust(trust, main, keys, roots, manifest, leaves, said);
  return [`${leaves.length} events of the log ${main.origin} of ${main.size} events, signed by ${main.signers.join(' and ')}.`, ...said];
}

function hashesOf(bytes) {
  need(bytes.length % 32 === 0, 'A list of hashes has another length.');
  return Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32));
}

function checkTrust(trust, main, keys, roots, manifest, leaves, said) {
  const kept = [...trust.checkpoints, ...trust.receipts.map(receipt => receipt.checkpoint)];
  if (trust.keys.length + kept.length === 0) said.push('Untrusted: nothing from elsewhere was given, so the bundle only agrees with itself. Compare its key with one that you trust.');
  need(trust.keys.length === 0 || trust.keys.some(key => main.signers.includes(key.text)), 'Re-signed: none of your keys signed the checkpoint.');
  for (const checkpoint of kept) {
    need(signers(checkpoint.note, [...trust.keys, ...keys.filter(key => key.role === 'log')]).length > 0, 'Re-signed: what you kept was signed by a key that this bundle does not know.');
    need(checkpoint.origin === main.origin, 'What you kept is of another log.');
    need(checkpoint.size <= main.size, `Truncated: what you kept has ${checkpoint.size} events, this log has ${main.size}.`);
    if (manifest.scope === 'log' && !roots.has(checkpoint.size)) roots.set(checkpoint.size, treeRoot(leaves.slice(0, checkpoint.size).map(leaf => leaf.hash)));
    need(roots.has(checkpoint.size), `Unproven: the bundle has no checkpoint of ${checkpoint.size} events.`);
    need(same(roots.get(checkpoint.size), checkpoint.root), `Forked: at ${checkpoint.size} events what you kept and this bundle differ.`);
  }
  for (const receipt of trust.receipts) {
    checkProof(receipt);
    const leaf = leaves.find(leaf => leaf.index === receipt.index);
    need(leaf === undefined || same(leaf.body, receipt.leaf), `Altered: event ${receipt.index} is not the one that your receipt holds.`);
  }
}

// --- Command line ----------------------------------------------------------------------------------------------------

function main(args) {
  const [files, trust] = [[], { keys: [], checkpoints: [], receipts: [] }];
  try {
    for (let at = 0; at < args.length; at++) {
      if (args[at] === '--key') trust.keys.push(readKey(args[++at] ?? ''));
      else if (args[at] === '--checkpoint') trust.checkpoints.push(readCheckpoint(readFileSync(args[++at])));
      else if (args[at] === '--receipt') trust.receipts.push(readReceipt(readFileSync(args[++at])));
      else files.push([args[at], readFileSync(args[at])]);
    }
    if (files.length === 0) throw new Error('Name a bundle or receipt to verify.');
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  return Math.max(...files.map(([name, bytes]) => report(name, bytes, trust)));
}

function report(name, bytes, trust) {
  try {
    const isReceipt = bytes.subarray(0, 4).equals(Buffer.from('c2sp'));
    const said = isReceipt ? verifyReceipt(bytes, trust) : verifyBundle(bytes, trust);
    console.log(`${name}: good\n${said.map(line => `  ${line}\n`).join('')}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    console.log(`${name}: bad\n  ${error.message}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
