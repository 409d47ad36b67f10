import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, inWords, parseTime, timeIn, withUnit } from '../../main/resources/player/times.js';

test('a time can be written in several ways', () => {
  for (const time of ['75', '1:15', '0:01:15', '1m15s', '75s', '75.0']) assert.equal(parseTime(time), 75, time);
  for (const time of ['', 'abc', '-5', '1:', 'm']) assert.equal(parseTime(time), null, time);
});

test('the fragment of an address decides before its parameter', () => {
  assert.equal(timeIn({ hash: '#t=75', search: '?t=20' }), 75);
  assert.equal(timeIn({ hash: '', search: '?theme=dark&t=1:15' }), 75);
  assert.equal(timeIn({ hash: '#words', search: '' }), null);
});

test('a time is shown as on a clock', () => {
  assert.deepEqual([0, 59.4, 75, 3723].map(clock), ['0:00', '0:59', '1:15', '1:02:03']);
});

test('a time is said in words, in the plural forms of the language', () => {
  assert.equal(inWords(0, 'en'), '0 seconds');
  assert.equal(inWords(61, 'en'), '1 minute 1 second');
  assert.equal(inWords(3600, 'en'), '1 hour 0 minutes 0 seconds');
  assert.deepEqual([1, 2, 5, 22].map((amount) => withUnit(amount, 'minute', 'pl')), ['1 minuta', '2 minuty', '5 minut', '22 minuty']);
  assert.deepEqual([1, 2, 5].map((amount) => withUnit(amount, 'minute', 'ru')), ['1 минута', '2 минуты', '5 минут']);
  assert.equal(inWords(185, 'ja').replaceAll(' ', ''), '3分5秒');
});
