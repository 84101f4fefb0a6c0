// Why somebody was found: the text of theirs that answers a query best, and which part of it. Pure.
#pragma once

#include "sync/search/query.h"
#include "sync/search/source.h"

namespace foyer::search {

// `sources`: all texts of somebody whom the query finds, with those of their organisations filled in.
Match reason(const Query& query, const std::vector<Source>& sources, Spelling& spelling, const Surnames& surnames);

} // namespace foyer::search
