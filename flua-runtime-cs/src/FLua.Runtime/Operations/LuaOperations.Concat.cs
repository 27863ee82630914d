using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Concatenation. Lua 5.4 §3.4.6.</content>
public static partial class LuaOperations
{
    // The numbers of one concatenation whose digits go to a buffer on the stack.
    private const int NumbersInPlace = 8;

    /// <summary>Concatenates two values (<c>a .. b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Concat(LuaState L, LuaValue a, LuaValue b) =>
        a.o.IsString(out LuaString? left)
            ? b.o.IsString(out LuaString? right) ? Joined(JoinTwo(L, left, right)) : b.IsNumber ? Joined(JoinNumber(L, left, b, true)) : ConcatN(L, Values(a, b))
            : b.o.IsString(out LuaString? text) && a.IsNumber ? Joined(JoinNumber(L, text, a, false)) : ConcatN(L, Values(a, b));

    /// <summary>Concatenates two strings; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString? Join(LuaState L, LuaString a, LuaString b) => JoinTwo(L, a, b);

    /// <summary>Concatenates a string and a number; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString? Join(LuaState L, LuaString a, LuaValue b) => JoinNumber(L, a, b, true);

    /// <summary>Concatenates a number and a string; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString? Join(LuaState L, LuaValue a, LuaString b) => JoinNumber(L, b, a, false);

    /// <summary>Concatenates two numbers; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString? Join(LuaState L, LuaValue a, LuaValue b) => JoinNumber(L, ToLuaString(a), b, true);

    /// <summary>Concatenates strings and numbers; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaString? JoinN(LuaState L, ReadOnlySpan<LuaValue> values) =>
        JoinShort(values) ?? JoinAll(L, values[..^1], values[^1]).o.AsString();

    /// <summary>Concatenates any number of values (<c>a .. b .. c</c>), from the right to the left as metamethods see it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue ConcatN(LuaState L, ReadOnlySpan<LuaValue> values) =>
        JoinShort(values) is { } text ? LuaValue.Object(text) : ConcatOnto(L, values[..^1], values[^1], null);

    /// <summary>Concatenates values with what stands to their right.</summary>
    internal static LuaValue ConcatOnto(LuaState L, ReadOnlySpan<LuaValue> values, LuaValue right, Frame? frame)
    {
        int remaining = values.Length;
        while (remaining > 0)
        {
            LuaValue left = values[remaining - 1];
            if (IsText(left) && IsText(right))
            {
                int from = remaining - 1;
                while (from > 0 && IsText(values[from - 1]))
                {
                    from--;
                }

                right = JoinAll(L, values.Between(from, remaining), right);
                remaining = from;
                if (right.IsAbrupt)
                {
                    return right;
                }

                continue;
            }

            LuaValue handler = BinaryHandler(L, Metamethod.Concat, left, right, out _);
            if (handler.IsNil)
            {
                // What was concatenated already is called by the name of its first operand, as in the reference.
                return IsText(left)
                    ? L.OperandError("concatenate", right, remaining + 1)
                    : L.OperandError("concatenate", left, remaining);
            }

            right = Call(L, Metamethod.Concat, handler, left, right);
            remaining--;
            if (right.IsAbrupt)
            {
                // The last result is the operation's own: nothing remains to be done with it.
                return L.Pending == Pending.Yield && remaining > 0
                    ? L.SaveN(Concatenation.Instance, frame, remaining, values.UpTo(remaining))
                    : right;
            }
        }

        return right;
    }

    /// <summary>The text of a string or number.</summary>
    internal static LuaString ToLuaString(LuaValue value) =>
        value.o.AsString() ?? NumberFormatter.ToLuaString(value);

    private static LuaValue Joined(LuaString? text) => text != null ? LuaValue.Object(text) : LuaValue.Abrupt;

    private static bool IsText(LuaValue value) => value.o.IsString() || value.IsNumber;

    // Strings that are together too short for a rope; null of others.
    private static LuaString? JoinShort(ReadOnlySpan<LuaValue> values)
    {
        long total = 0;
        foreach (ref readonly LuaValue value in values)
        {
            if (!value.o.IsString(out LuaString? text))
            {
                return null;
            }

            total += text.Length;
        }

        if (total >= Rope.MinimumLength)
        {
            return null;
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)total);
        int at = 0;
        foreach (ref readonly LuaValue value in values)
        {
            ReadOnlySpan<byte> text = Unsafe.As<LuaString>(value.o!).Span;
            text.CopyInto(bytes.From(at));
            at += text.Length;
        }

        return LuaString.Take(bytes);
    }

    private static LuaString? JoinTwo(LuaState L, LuaString left, LuaString right)
    {
        if (right.Length == 0)
        {
            return left;
        }

        if (left.Length == 0)
        {
            return right;
        }

        long total = (long)left.Length + right.Length;
        if (total >= Rope.MinimumLength)
        {
            if (total <= Array.MaxLength)
            {
                return new LuaString(new Rope(left, right), (int)total);
            }

            L.ErrorValue(LuaString.Constant("not enough memory"u8));
            return null;
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)total);
        left.Span.CopyInto(bytes.From(0));
        right.Span.CopyInto(bytes.From(left.Length));
        return LuaString.Take(bytes);
    }

    // A string and a number, behind it or in front of it.
    private static LuaString? JoinNumber(LuaState L, LuaString text, LuaValue number, bool behind)
    {
        Span<byte> digits = stackalloc byte[NumberFormatter.MaximumLength];
        int length = NumberFormatter.Format(number, digits);
        if (text.Length + (long)length >= Rope.MinimumLength)
        {
            LuaString other = LuaString.Of(digits.UpTo(length));
            return behind ? JoinTwo(L, text, other) : JoinTwo(L, other, text);
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(text.Length + length);
        text.Span.CopyInto(bytes.From(behind ? 0 : length));
        digits.UpTo(length).ToRead().CopyInto(bytes.From(behind ? text.Length : 0));
        return LuaString.Take(bytes);
    }

    // All are strings or numbers.
    private static LuaValue JoinAll(LuaState L, ReadOnlySpan<LuaValue> values, LuaValue last)
    {
        if (values.Length == 1 && values[0].o.IsString(out LuaString? a) && last.o.IsString(out LuaString? b))
        {
            return Joined(JoinTwo(L, a, b));
        }

        Span<byte> digits = stackalloc byte[NumbersInPlace * NumberFormatter.MaximumLength];
        Span<byte> lengths = stackalloc byte[NumbersInPlace];
        int numbers = 0;
        int used = 0;
        long total = 0;
        int longest = -1;
        int longestLength = Rope.MinimumLength - 1;
        for (int i = 0; i <= values.Length; i++)
        {
            LuaValue value = i < values.Length ? values[i] : last;
            if (value.o.IsString(out LuaString? text))
            {
                total += text.Length;
                if (text.Length > longestLength)
                {
                    longest = i;
                    longestLength = text.Length;
                }
            }
            else
            {
                if (numbers == NumbersInPlace)
                {
                    return JoinManyNumbers(L, values, last);
                }

                int length = NumberFormatter.Format(value, digits.From(used));
                lengths[numbers++] = (byte)length;
                used += length;
                total += length;
            }
        }

        if (total > Array.MaxLength)
        {
            return L.ErrorValue(LuaString.Constant("not enough memory"u8));
        }

        if (longest >= 0 && longestLength > total / 2)
        {
            return JoinAround(L, values, last, longest);
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)total);
        int at = 0;
        numbers = 0;
        used = 0;
        for (int i = 0; i <= values.Length; i++)
        {
            LuaValue value = i < values.Length ? values[i] : last;
            if (value.o.IsString(out LuaString? text))
            {
                text.Span.CopyInto(bytes.From(at));
                at += text.Length;
            }
            else
            {
                int length = lengths[numbers++];
                digits.Part(used, length).ToRead().CopyInto(bytes.From(at));
                used += length;
                at += length;
            }
        }

        return LuaValue.Object(LuaString.Take(bytes));
    }

    // One part is longer than all others together, as in s = s .. x .. y: it stays as it is, and ropes join it with the rest.
    private static LuaValue JoinAround(LuaState L, ReadOnlySpan<LuaValue> values, LuaValue last, int longest)
    {
        if (longest == values.Length)
        {
            return JoinAll(L, [PartsOf(L, values[..^1], values[^1])], last);
        }

        LuaValue joined = values[longest];
        if (longest > 0)
        {
            joined = JoinAll(L, [PartsOf(L, values.UpTo(longest - 1), values[longest - 1])], joined);
        }

        return JoinAll(L, [joined], PartsOf(L, values.From(longest + 1), last));
    }

    // The parts on one side of the longest, as one string.
    private static LuaValue PartsOf(LuaState L, ReadOnlySpan<LuaValue> values, LuaValue last) =>
        values.Length > 0 ? JoinAll(L, values, last) : LuaValue.Object(ToLuaString(last));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue JoinManyNumbers(LuaState L, ReadOnlySpan<LuaValue> values, LuaValue last)
    {
        var texts = new LuaValue[values.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = LuaValue.Object(ToLuaString(values[i]));
        }

        return JoinAll(L, texts, LuaValue.Object(ToLuaString(last)));
    }
}
