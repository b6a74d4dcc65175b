/** The rows of a request without a film under way: from nothing to an approved text, and declined. */
import {
  type Row,
  approveOfBoth,
  approveHugo,
  approvePartly,
  begin,
  rewrite,
  withdraw,
  withdrawTwo,
  approveLéa,
  approveAny,
  order,
  orderTwo,
  foundA,
  surplusA,
  foundB,
  surplusB,
  failsA,
  failsOwnA,
  readyA,
  copyA,
} from './table-words.ts'

export const textRows = {
  'nothing yet': { status: 'none', may: { BookRequested: 'requested' } },

  'a new request': { status: 'requested', may: begin },
  'a film known before any text': {
    status: 'requested',
    may: {
      ...{ ...begin, ...foundA('requested'), ...failsA('requested'), ...foundB('requested') },
      ...{ 'VideoReady A': 'requested', 'VideoArchived B': 'requested' },
    },
  },

  'a first writing, not yet tried': {
    status: 'writing',
    may: { 'ScriptAttempted w1 n1': 'writing', 'ScriptFailed w1': 'requested' },
  },
  'a first writing, tried once': {
    status: 'writing',
    may: { 'ScriptAttempted w1 n2': 'writing', 'ScriptGenerated w1 n1': 'drafted', 'ScriptFailed w1': 'requested' },
  },
  'a first writing, tried three times': {
    status: 'writing',
    may: { 'ScriptGenerated w1 n3': 'drafted', 'ScriptFailed w1': 'requested' },
  },
  'a second writing, beside a text': {
    status: 'writing',
    may: { 'ScriptAttempted w2 n1': 'writing', 'ScriptFailed w2': 'drafted' },
  },
  'a writing after a failed film': {
    status: 'writing',
    may: {
      ...{ 'ScriptAttempted w2 n1': 'writing', 'ScriptFailed w2': 'drafted' },
      ...{ ...foundA('writing'), 'VideoReady A': 'writing' },
    },
  },
  'a writing beside a film that turned up late': {
    status: 'writing',
    may: {
      ...{ 'ScriptAttempted w2 n1': 'writing', 'ScriptFailed w2': 'drafted' },
      ...{ ...surplusA('writing'), ...failsOwnA('writing'), 'VideoReady A': 'writing' },
    },
  },
  'a writing beside a film to copy': {
    status: 'writing',
    may: {
      ...{ 'ScriptAttempted w2 n1': 'writing', 'ScriptFailed w2': 'drafted' },
      ...{ ...surplusA('writing'), ...copyA('writing') },
    },
  },

  'a text written by Léa': { status: 'drafted', may: { ...rewrite, ...approveLéa } },
  'a text of Léa, a section of it by ChatGPT': { status: 'drafted', may: { ...rewrite, ...approvePartly } },
  'a text of Hugo that Léa has taken up again': { status: 'drafted', may: { ...rewrite, ...approveOfBoth } },
  'a text of which one section is still to correct': { status: 'drafted', may: { ...rewrite, ...approveHugo } },
  'a text corrected as Hugo asked': { status: 'drafted', may: { ...rewrite, ...approveLéa } },
  'a text that Hugo wants corrected': { status: 'drafted', may: { ...rewrite, ...approveHugo } },
  'a text written by ChatGPT': { status: 'drafted', may: { ...rewrite, ...approveAny } },
  'a text of Léa after one of ChatGPT': { status: 'drafted', may: { ...rewrite, ...approveLéa } },
  'a text after a failed film': {
    status: 'drafted',
    may: { ...rewrite, ...approveLéa, ...foundA('drafted'), 'VideoReady A': 'drafted' },
  },
  'a text beside a film that turned up late': {
    status: 'drafted',
    may: { ...rewrite, ...approveLéa, ...surplusA('drafted'), ...failsOwnA('drafted'), 'VideoReady A': 'drafted' },
  },
  'a text beside a film to copy': {
    status: 'drafted',
    may: { ...rewrite, ...approveLéa, ...surplusA('drafted'), ...copyA('drafted') },
  },
  'a text after a rejected film': { status: 'drafted', may: { ...rewrite, ...approveLéa, ...surplusA('drafted') } },

  'an approved text': {
    status: 'approved',
    may: {
      ...{ ...withdraw, ...order },
      ...{ 'VideoRequested one, as A': 'filming (film)', 'VideoRequested one, both paid, as A': 'filming (film)' },
    },
  },
  'an approved text after a failed film': {
    status: 'approved',
    may: { ...withdraw, ...order, ...foundA('approved'), ...readyA },
  },
  'an approved text, its failed film turned up after all': {
    status: 'approved',
    may: { ...withdraw, ...surplusA('approved'), ...readyA, ...failsOwnA('approved') },
  },
  'a text approved anew after a rejected film': {
    status: 'approved',
    may: { ...withdraw, ...order, ...surplusA('approved') },
  },
  'a text approved while the film of an older approval is open': {
    status: 'approved',
    may: { ...withdraw, ...foundA('approved'), ...surplusB('approved'), ...readyA, ...failsA('approved') },
  },
  'another text approved after a failed film': {
    status: 'approved',
    may: { ...withdrawTwo, ...orderTwo, ...foundA('approved'), 'VideoReady A': 'approved' },
  },
  'another text approved beside a film to copy': {
    status: 'approved',
    may: { ...withdrawTwo, ...orderTwo, ...surplusA('approved'), ...copyA('approved') },
  },
  'an approval that has its finished film': { status: 'approved', may: { ...withdraw, ...foundA('approved') } },

  'a request declined at once': { status: 'declined', may: { RequestReopened: 'requested' } },
  'a request declined with its text': { status: 'declined', may: { RequestReopened: 'drafted' } },
  'a request declined after a failed film': {
    status: 'declined',
    may: { RequestReopened: 'drafted', ...foundA('declined'), 'VideoReady A': 'declined' },
  },
  'a request declined beside a film that turned up late': {
    status: 'declined',
    may: { RequestReopened: 'drafted', ...surplusA('declined'), ...failsOwnA('declined'), 'VideoReady A': 'declined' },
  },
  'a request declined beside a film to copy': {
    status: 'declined',
    may: { RequestReopened: 'drafted', ...surplusA('declined'), ...copyA('declined') },
  },
} satisfies Record<string, Row>
