// What is done at terminals besides people: staff are called, a session runs over, things are lent, an emergency is
// declared and ends. What a node writes who has seen the rest is what stands there.
#pragma once

#include "sync/simulate/node.h"

namespace foyer::simulate {

void serve_at_door(Stage& stage, Node& door);
void serve_at_desk(Stage& stage, Node& desk);

} // namespace foyer::simulate
