;; out[v][r] = sum over k of w[r][k] * x[v][k], for `count` vectors of `columns` int16 and `rows` rows of int8.
;; Two rows and four vectors at a time: each weight and each value read is used more than once.
;; `columns` is a multiple of 16; `rows` is a multiple of 2; `count` is a multiple of 4 (the caller pads).
memory 1
func multiply (param $w $x $out $rows $columns $count)
local i32 $r $k $wp $xp $op $stride $rowbytes $v $end
local v128 $a0 $a1 $a2 $a3 $b0 $b1 $b2 $b3 $wl $wh $ul $uh $xl $xh $t
  local.get $columns
  i32.const 1
  i32.shl
  local.set $stride
  local.get $rows
  i32.const 2
  i32.shl
  local.set $rowbytes
  block $done
    loop $vectors
      local.get $v
      local.get $count
      i32.ge_s
      br_if $done
      local.get $w
      local.set $wp
      i32.const 0
      local.set $r
      block $rowsdone
        loop $rowloop
          local.get $r
          local.get $rows
          i32.ge_s
          br_if $rowsdone
          zero $a0
          zero $a1
          zero $a2
          zero $a3
          zero $b0
          zero $b1
          zero $b2
          zero $b3
          local.get $x
          local.set $xp
          local.get $wp
          local.get $columns
          i32.add
          local.set $end
          loop $inner
            weights $wp $wl $wh
            local.get $wp
            local.get $columns
            i32.add
            local.set $k
            weights $k $ul $uh
            local.get $xp
            local.set $op
            pair $op $xl $xh
            dot $a0 $wl $wh $xl $xh
            dot $b0 $ul $uh $xl $xh
            step $op $stride
            pair $op $xl $xh
            dot $a1 $wl $wh $xl $xh
            dot $b1 $ul $uh $xl $xh
            step $op $stride
            pair $op $xl $xh
            dot $a2 $wl $wh $xl $xh
            dot $b2 $ul $uh $xl $xh
            step $op $stride
            pair $op $xl $xh
            dot $a3 $wl $wh $xl $xh
            dot $b3 $ul $uh $xl $xh
            local.get $xp
            i32.const 32
            i32.add
            local.set $xp
            local.get $wp
            i32.const 16
            i32.add
            local.tee $wp
            local.get $end
            i32.lt_s
            br_if $inner
          end
          local.get $out
          local.get $r
          i32.const 2
          i32.shl
          i32.add
          local.set $op
          both $op $a0 $b0 $t
          step $op $rowbytes
          both $op $a1 $b1 $t
          step $op $rowbytes
          both $op $a2 $b2 $t
          step $op $rowbytes
          both $op $a3 $b3 $t
          local.get $wp
          local.get $columns
          i32.add
          local.set $wp
          local.get $r
          i32.const 2
          i32.add
          local.set $r
          br $rowloop
        end
      end
      local.get $x
      local.get $stride
      i32.const 2
      i32.shl
      i32.add
      local.set $x
      local.get $out
      local.get $rowbytes
      i32.const 2
      i32.shl
      i32.add
      local.set $out
      local.get $v
      i32.const 4
      i32.add
      local.set $v
      br $vectors
    end
  end
end
;; Shorthands, written out by the assembler.
macro zero $to
  v128.zero
  local.set $to
endmacro
macro step $at $by
  local.get $at
  local.get $by
  i32.add
  local.set $at
endmacro
macro weights $at $low $high
  local.get $at
  v128.load
  local.tee $low
  i16x8.extend_high_i8x16_s
  local.set $high
  local.get $low
  i16x8.extend_low_i8x16_s
  local.set $low
endmacro
macro pair $at $low $high
  local.get $at
  v128.load
  local.set $low
  local.get $at
  v128.load16
  local.set $high
endmacro
macro dot $sum $wl $wh $xl $xh
  local.get $wl
  local.get $xl
  i32x4.dot_i16x8_s
  local.get $wh
  local.get $xh
  i32x4.dot_i16x8_s
  i32x4.add
  local.get $sum
  i32x4.add
  local.set $sum
endmacro
;; Adds up the four lanes of two sums and stores them side by side.
macro both $at $one $two $t
  local.get $at
  lanes $one
  i32.store
  local.get $at
  lanes $two
  i32.store4
endmacro
macro lanes $of
  local.get $of
  i32x4.extract_lane0
  local.get $of
  i32x4.extract_lane1
  i32.add
  local.get $of
  i32x4.extract_lane2
  i32.add
  local.get $of
  i32x4.extract_lane3
  i32.add
endmacro
