using System;
using static FLua.Runtime.LuaOperations;

namespace FLua.Runtime.Tests;

// Functions as the compiler prints them, by hand: what these tests run is the contract between printed code and the runtime.

/// <summary><c>local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end</c>, structured.</summary>
internal sealed class Depth : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 1, 1, 1, "depth", "1,ldepth;1");

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue n)
    {
        LuaValue r = default;
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        if (!TryEq(n, 0, out bool isZero))
        {
            r = Eq(L, n, 0);
            if (r.IsAbrupt)
            {
                return L.Unwind(this, 2);
            }

            isZero = r.IsTrue;
        }

        if (isZero)
        {
            return L.Return1(0);
        }

        if (!TrySub(n, 1, out LuaValue less))
        {
            less = Sub(L, n, 1);
            if (less.IsAbrupt)
            {
                return L.Unwind(this, 2);
            }
        }

        r = Call1(L, less);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Unwind(this, 1);
        }

        if (!TryAdd(1, r, out LuaValue sum))
        {
            sum = Add(L, 1, r);
            if (sum.IsAbrupt)
            {
                return L.Unwind(this, 2);
            }
        }

        return L.Return1(sum);
    }
}

/// <summary><c>function(n) if n == 0 then return "done" end return other(n - 1) end</c>: tail calls of whatever <c>other</c> is.</summary>
internal sealed class TailCaller : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 5, 8, 1, null, "6;7,uother");

    public readonly Cell Other = new(default);

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue n)
    {
        LuaValue r = default;
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        if (n.IsInt && n.n == 0)
        {
            return L.Return1(LuaString.Constant("done"u8));
        }

        LuaValue less = Sub(L, n, 1);
        if (less.IsAbrupt)
        {
            return L.Unwind(this, 1);
        }

        if (L.IsTailLow())
        {
            return L.Tail1(Other.Value, less);
        }

        r = Other.Value.Callee.Call1(L, less);
        return r.IsAbrupt ? L.TailUnwind(Other.Value, this, 2) : r;
    }
}

/// <summary><c>function(n) for i = 1, n do coroutine.yield(i) end return "end" end</c>, with a resume point.</summary>
internal sealed class Counter : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 10, 12, 1, null, "11,fyield");

    private readonly LuaValue _yield;

    public Counter(LuaValue yield) => _yield = yield;

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue n) => Body(L, n, null);

    public override LuaValue Resume(LuaState L, Frame frame) => Body(L, default, frame);

    private LuaValue Body(LuaState L, LuaValue n, Frame? frame)
    {
        LuaValue r = default;
        long i = 0;
        if (frame != null)
        {
            LuaValue[] v = frame.Values;
            switch (frame.State)
            {
                case 1:
                    n = v[0];
                    i = v[1].n;
                    r = L.ResumeValue;
                    goto L1;
            }
        }

        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        i = 1;
    Loop:
        if (i > n.n)
        {
            goto Done;
        }

        r = _yield.Callee.Call1(L, i);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Save2(this, frame, 1, n, i);
        }

    L1:
        i++;
        goto Loop;
    Done:
        return L.Return1(LuaString.Constant("end"u8));
    }
}

/// <summary><c>function(...) return (f(...)) .. "!" end</c>, with a resume point: passes anything that happens inside <c>f</c>.</summary>
internal sealed class Shout : LuaFunctionN
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 20, 22, ~0, null, "21,uf;22,uf");

    private readonly LuaValue _f;

    public Shout(LuaValue f) => _f = f;

    public override FunctionInfo Info => TheInfo;

    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => Body(L, Varargs(args, 0), null);

    public override LuaValue Resume(LuaState L, Frame frame) => Body(L, [], frame);

    private LuaValue Body(LuaState L, ReadOnlySpan<LuaValue> varargs, Frame? frame)
    {
        LuaValue r = default;
        if (frame != null)
        {
            switch (frame.State)
            {
                case 1:
                    r = L.ResumeValue;
                    goto L1;
                case 2:
                    r = L.ResumeValue;
                    goto L2;
            }
        }

        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        r = CallVarargs(L, _f, [], varargs);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Save(this, frame, 1);
        }

    L1:
        r = Concat(L, r, LuaString.Constant("!"u8));
        if (r.IsAbrupt)
        {
            return L.Save(this, frame, 2);
        }

    L2:
        return L.Return1(r);
    }
}

/// <summary><c>function(...) return f(...) end</c>: a tail call, which has no resume point.</summary>
internal sealed class Forward : LuaFunctionN
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 25, 27, ~0, null, "26,uf");

    private readonly LuaValue _f;

    public Forward(LuaValue f) => _f = f;

    public override FunctionInfo Info => TheInfo;

    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        ReadOnlySpan<LuaValue> varargs = Varargs(args, 0);
        if (L.IsTailLow())
        {
            return L.TailVarargs(_f, [], varargs);
        }

        LuaValue r = CallVarargs(L, _f, [], varargs);
        return r.IsAbrupt ? L.TailUnwind(_f, this, 1) : r;
    }
}

/// <summary><c>function(x) local v &lt;close&gt; = c; f(x); return "closed" end</c>, with resume points.</summary>
internal sealed class Closing : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 30, 34, 1, null, "31;32,uf;33");

    private readonly LuaValue _closable;
    private readonly LuaValue _f;

    public Closing(LuaValue closable, LuaValue f)
    {
        _closable = closable;
        _f = f;
    }

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue x) => Body(L, x, null);

    public override LuaValue Resume(LuaState L, Frame frame) => Body(L, default, frame);

    private LuaValue Body(LuaState L, LuaValue x, Frame? frame)
    {
        LuaValue r = default;
        if (frame != null)
        {
            switch (frame.State)
            {
                case 2:
                    goto L2;
                case 3:
                    goto L3;
            }
        }

        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        if (L.PushClose(_closable, "v").IsAbrupt)
        {
            return L.Unwind(this, 1);
        }

        r = _f.Callee.Call1(L, x);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Save(this, frame, 2);
        }

    L2:
        if (L.CloseTop().IsAbrupt)
        {
            return L.Save(this, frame, 3);
        }

    L3:
        return L.Return1(LuaString.Constant("closed"u8));
    }
}

/// <summary><c>function(x) return x.field end</c>, with a resume point for <c>__index</c>.</summary>
internal sealed class FieldReader : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 40, 40, 1, null, "40,lx");
    private static readonly LuaString Field = LuaString.Constant("field"u8);

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue x) => Body(L, x, null);

    public override LuaValue Resume(LuaState L, Frame frame) => L.Return1(L.ResumeValue);

    private LuaValue Body(LuaState L, LuaValue x, Frame? frame)
    {
        if (!TryGetField(x, Field, out LuaValue r) && (r = GetField(L, x, Field)).IsAbrupt)
        {
            return L.Save(this, frame, 1);
        }

        return L.Return1(r);
    }
}

/// <summary>A deep recursion in which every level yields once: <c>function(n) coroutine.yield(n); return self(n + 1) + 1 end</c>.</summary>
internal sealed class YieldingRecursion : LuaFunction1
{
    private static readonly FunctionInfo TheInfo = new("@t.lua", 50, 52, 1, "rec", "51,fyield;52,lrec;52");

    private readonly LuaValue _yield;

    public YieldingRecursion(LuaValue yield) => _yield = yield;

    public override FunctionInfo Info => TheInfo;

    public override LuaValue Call1(LuaState L, LuaValue n) => Body(L, n, null);

    public override LuaValue Resume(LuaState L, Frame frame) => Body(L, default, frame);

    private LuaValue Body(LuaState L, LuaValue n, Frame? frame)
    {
        LuaValue r = default;
        if (frame != null)
        {
            switch (frame.State)
            {
                case 1:
                    n = frame.Values[0];
                    goto L1;
                case 2:
                    r = L.ResumeValue;
                    goto L2;
            }
        }

        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        r = _yield.Callee.Call1(L, n);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Save1(this, frame, 1, n);
        }

    L1:
        r = Call1(L, n.n + 1);
        if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
        {
            return L.Save(this, frame, 2);
        }

    L2:
        r = Add(L, r, 1);
        if (r.IsAbrupt)
        {
            return L.Unwind(this, 3);
        }

        return L.Return1(r);
    }
}
