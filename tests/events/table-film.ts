/** The rows of a film: ordered, uncertain, finished, sent. */
import {
  type Row,
  orderAgain,
  foundA,
  surplusA,
  foundB,
  surplusB,
  failsA,
  failsOwnA,
  failsB,
  readyA,
  readyB,
  answeredA,
  answeredB,
  endsA,
  endsB,
  copyA,
  handOverA,
  handOverB,
} from './table-words.ts'

export const filmRows = {
  'a film ordered': { status: 'filming', may: { ...answeredA, ...endsA, 'VideoFailed A v-a2': 'approved' } },
  'a film under way': { status: 'filming', may: { 'VideoSubmitted A v-a2': 'filming (watch)', ...endsA } },
  'a film under way, with a surplus one': { status: 'filming', may: endsA },
  'a film ordered beside an uncertain one': {
    status: 'filming',
    may: { ...answeredB, ...endsB, ...foundA('filming'), ...readyA, ...failsA('filming') },
  },
  'a film of another text ordered after a failed one': {
    status: 'filming',
    may: { ...answeredB, ...endsB, ...foundA('filming'), 'VideoReady A': 'filming' },
  },
  'a film of another text ordered beside one to copy': {
    status: 'filming',
    may: { ...answeredB, ...endsB, ...surplusA('filming'), ...copyA('filming') },
  },

  'an uncertain film': {
    status: 'uncertain',
    may: { ...foundA('filming'), ...readyA, ...failsA('approved'), ...orderAgain },
  },
  'an uncertain film whose id is known': {
    status: 'uncertain',
    may: {
      ...{ 'VideoSubmitted A v-a': 'filming (watch)', 'VideoSubmitted A v-a, attached': 'filming (watch)' },
      ...{ 'VideoSubmitted A v-a2': 'uncertain (watch)', 'VideoSubmitted A v-a2, attached': 'filming (watch)' },
      ...{ ...readyA, ...failsOwnA('approved'), ...orderAgain },
    },
  },
  'two uncertain films': {
    status: 'uncertain',
    may: {
      ...{ ...foundB('filming'), ...readyB, ...failsB('approved'), ...orderAgain },
      ...{ ...foundA('uncertain'), ...readyA, ...failsA('uncertain') },
    },
  },
  'an uncertain film of another text than a failed one': {
    status: 'uncertain',
    may: {
      ...{ ...foundB('filming'), ...readyB, ...failsB('approved'), 'VideoRequested two, both paid': 'filming (film)' },
      ...{ ...foundA('uncertain'), 'VideoReady A': 'uncertain' },
    },
  },
  'an uncertain film beside one to copy': {
    status: 'uncertain',
    may: {
      ...{ ...foundB('filming'), ...readyB, ...failsB('approved'), 'VideoRequested two, both paid': 'filming (film)' },
      ...{ ...surplusA('uncertain'), ...copyA('uncertain') },
    },
  },

  'a finished film': {
    status: 'ready',
    may: { 'VideoArchived A': 'ready', 'ArchiveFailed A': 'ready', ...surplusA('ready') },
  },
  'a finished film, copied': { status: 'ready', may: { ...handOverA, ...surplusA('ready') } },
  'a finished film beside an open one': {
    status: 'ready',
    may: {
      ...{ 'VideoArchived B': 'ready', 'ArchiveFailed B': 'ready', ...surplusB('ready') },
      ...{ ...foundA('ready'), 'VideoReady A': 'ready', ...failsA('ready') },
    },
  },
  'a finished film beside another to copy': {
    status: 'ready',
    may: {
      ...{ 'VideoArchived B': 'ready', 'ArchiveFailed B': 'ready', ...surplusB('ready') },
      ...{ ...surplusA('ready'), ...copyA('ready') },
    },
  },
  'a finished and copied film beside an open one': {
    status: 'ready',
    may: {
      ...{ ...handOverB, ...surplusB('ready'), ...foundA('ready') },
      ...{ 'VideoReady A': 'ready', ...failsA('ready') },
    },
  },

  'a sent film': { status: 'delivered', may: { ...handOverA, ...surplusA('delivered') } },
  'a sent film beside an open one': {
    status: 'delivered',
    may: {
      ...{ ...handOverB, ...surplusB('delivered'), ...foundA('delivered') },
      ...{ 'VideoReady A': 'delivered', ...failsA('delivered') },
    },
  },
  'a sent film beside another finished one': {
    status: 'delivered',
    may: { ...handOverB, ...surplusB('delivered'), ...surplusA('delivered'), ...copyA('delivered') },
  },
} satisfies Record<string, Row>
