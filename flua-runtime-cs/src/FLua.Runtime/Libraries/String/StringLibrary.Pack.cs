using System;
using System.Buffers.Binary;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    private const int IntegerSize = 8;

    private static LuaValue Pack(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString format))
        {
            return LuaValue.Abrupt;
        }

        var result = new ByteBuffer(stackalloc byte[128]);
        try
        {
            return AddPacked(L, format, args, ref result) ? L.Return1(LuaString.Of(result.Written)) : LuaValue.Abrupt;
        }
        finally
        {
            result.Dispose();
        }
    }

    private static bool AddPacked(LuaState L, LuaString text, ReadOnlySpan<LuaValue> args, ref ByteBuffer result)
    {
        var format = new PackFormat(L, text.Span);
        int argument = 1;
        while (!format.IsAtEnd)
        {
            if (!format.TryNext(result.Length))
            {
                return false;
            }

            result.AddRepeated(0, format.Padding);
            switch (format.Kind)
            {
                case PackKind.None or PackKind.Alignment:
                    continue;
                case PackKind.Padding:
                    result.Add(0);
                    continue;
            }

            // An argument that is missing counts as nil here, in messages too.
            argument++;
            bool packed = format.Kind switch
            {
                PackKind.Signed or PackKind.Unsigned => PackInteger(L, in format, args, argument, ref result),
                PackKind.Float or PackKind.Double => PackFloat(L, in format, args, argument, ref result),
                _ => PackString(L, in format, args, argument, ref result),
            };
            if (!packed)
            {
                return false;
            }
        }

        return true;
    }

    private static bool PackInteger(
        LuaState L, scoped ref readonly PackFormat format, ReadOnlySpan<LuaValue> args, int argument, ref ByteBuffer result)
    {
        if (!Arguments.Integer(L, Arguments.At(args, argument), argument, out long value))
        {
            return false;
        }

        int size = format.Size;
        if (size < IntegerSize)
        {
            if (format.Kind == PackKind.Signed)
            {
                long limit = 1L << ((size * 8) - 1);
                if (value < -limit || value >= limit)
                {
                    L.ArgumentError(argument, "integer overflow");
                    return false;
                }
            }
            else if ((ulong)value >= 1UL << (size * 8))
            {
                L.ArgumentError(argument, "unsigned overflow");
                return false;
            }
        }

        AddInteger(ref result, (ulong)value, size, format.IsLittle, format.Kind == PackKind.Signed && value < 0);
        return true;
    }

    private static void AddInteger(ref ByteBuffer result, ulong value, int size, bool isLittle, bool isNegative)
    {
        Span<byte> bytes = result.Reserve(size).UpTo(size);
        bytes.FillWith(isNegative ? (byte)0xff : (byte)0);
        for (int i = 0; i < Math.Min(size, IntegerSize); i++)
        {
            bytes[isLittle ? i : size - 1 - i] = (byte)value;
            value >>= 8;
        }

        result.Advance(size);
    }

    private static bool PackFloat(
        LuaState L, scoped ref readonly PackFormat format, ReadOnlySpan<LuaValue> args, int argument, ref ByteBuffer result)
    {
        if (!Arguments.Number(L, Arguments.At(args, argument), argument, out double value))
        {
            return false;
        }

        ulong bits = format.Size == sizeof(float) ? BitConverter.SingleToUInt32Bits((float)value) : BitConverter.DoubleToUInt64Bits(value);
        AddInteger(ref result, bits, format.Size, format.IsLittle, false);
        return true;
    }

    private static bool PackString(
        LuaState L, scoped ref readonly PackFormat format, ReadOnlySpan<LuaValue> args, int argument, ref ByteBuffer result)
    {
        if (!Arguments.String(L, Arguments.At(args, argument), argument, out LuaString value))
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = value.Span;
        string? mistake = null;
        switch (format.Kind)
        {
            case PackKind.FixedString:
                if (bytes.Length > format.Size)
                {
                    mistake = "string longer than given size";
                    break;
                }

                result.Add(bytes);
                result.AddRepeated(0, format.Size - bytes.Length);
                break;
            case PackKind.CountedString:
                if (format.Size < IntegerSize && (ulong)bytes.Length >= 1UL << (format.Size * 8))
                {
                    mistake = "string length does not fit in given size";
                    break;
                }

                AddInteger(ref result, (ulong)bytes.Length, format.Size, format.IsLittle, false);
                result.Add(bytes);
                break;
            default:
                if (bytes.Contains((byte)0))
                {
                    mistake = "string contains zeros";
                    break;
                }

                result.Add(bytes);
                result.Add(0);
                break;
        }

        if (mistake != null)
        {
            L.ArgumentError(argument, mistake);
        }

        return mistake == null;
    }

    private static LuaValue PackSize(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString text))
        {
            return LuaValue.Abrupt;
        }

        var format = new PackFormat(L, text.Span);
        long total = 0;
        while (!format.IsAtEnd)
        {
            if (!format.TryNext(total))
            {
                return LuaValue.Abrupt;
            }

            if (format.Kind is PackKind.CountedString or PackKind.ZeroString)
            {
                return L.ArgumentError(1, "variable-length format");
            }

            long size = (long)format.Size + format.Padding;
            if (total > MaxSize - size)
            {
                return L.ArgumentError(1, "format result too large");
            }

            total += size;
        }

        return L.Return1(total);
    }

    private static LuaValue Unpack(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString text)
            || !Arguments.String(L, args, 2, out LuaString packed)
            || !Arguments.OptInteger(L, args, 3, 1, out long init))
        {
            return LuaValue.Abrupt;
        }

        ReadOnlySpan<byte> data = packed.Span;
        long first = StartPosition(init, data.Length) - 1;
        if (first > data.Length)
        {
            return L.ArgumentError(3, "initial position out of string");
        }

        var format = new PackFormat(L, text.Span);
        int at = (int)first;
        int count = 0;
        while (!format.IsAtEnd)
        {
            if (!format.TryNext(at))
            {
                return LuaValue.Abrupt;
            }

            if ((long)format.Padding + format.Size > data.Length - at)
            {
                return L.ArgumentError(2, "data string too short");
            }

            at += format.Padding;
            if (format.Kind is not (PackKind.None or PackKind.Alignment or PackKind.Padding))
            {
                if (!UnpackItem(L, in format, data, ref at, out LuaValue item))
                {
                    return LuaValue.Abrupt;
                }

                if (count > LibraryTable.MaxResults)
                {
                    return L.Error("stack overflow (too many results)");
                }

                L.ReserveResults(count + 2);
                L.Results[count++] = item;
            }

            at += format.Size;
        }

        L.ReserveResults(count + 1);
        L.Results[count++] = at + 1L;
        L.ResultCount = count;
        return L.Results[0];
    }

    /// <summary>Reads one item; what it has beyond its size is skipped here.</summary>
    private static bool UnpackItem(LuaState L, scoped ref readonly PackFormat format, ReadOnlySpan<byte> data, ref int at, out LuaValue item)
    {
        ReadOnlySpan<byte> bytes = data.Part(at, format.Size);
        item = default;
        switch (format.Kind)
        {
            case PackKind.Signed or PackKind.Unsigned:
                if (!ReadInteger(L, bytes, format.IsLittle, format.Kind == PackKind.Signed, out long integer))
                {
                    return false;
                }

                item = integer;
                return true;
            case PackKind.Float:
                item = (double)(format.IsLittle ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : BinaryPrimitives.ReadSingleBigEndian(bytes));
                return true;
            case PackKind.Double:
                item = format.IsLittle ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);
                return true;
            case PackKind.FixedString:
                item = LuaString.Of(bytes);
                return true;
            case PackKind.CountedString:
                if (!ReadInteger(L, bytes, format.IsLittle, false, out long length))
                {
                    return false;
                }

                if ((ulong)length > (ulong)(data.Length - at - format.Size))
                {
                    L.ArgumentError(2, "data string too short");
                    return false;
                }

                item = LuaString.Of(data.Part(at + format.Size, (int)length));
                at += (int)length;
                return true;
            default:
                int end = data.From(at).IndexOf((byte)0);
                if (end < 0)
                {
                    L.ArgumentError(2, "unfinished string for format 'z'");
                    return false;
                }

                item = LuaString.Of(data.Part(at, end));
                at += end + 1;
                return true;
        }
    }

    /// <summary>Reads an integer of any size: false with an error pending when it does not fit.</summary>
    private static bool ReadInteger(LuaState L, ReadOnlySpan<byte> bytes, bool isLittle, bool isSigned, out long value)
    {
        int size = bytes.Length;
        ulong bits = 0;
        for (int i = Math.Min(size, IntegerSize) - 1; i >= 0; i--)
        {
            bits = (bits << 8) | bytes[isLittle ? i : size - 1 - i];
        }

        if (size < IntegerSize && isSigned)
        {
            ulong sign = 1UL << ((size * 8) - 1);
            bits = (bits ^ sign) - sign;
        }

        value = (long)bits;
        byte filler = isSigned && value < 0 ? (byte)0xff : (byte)0;
        for (int i = IntegerSize; i < size; i++)
        {
            if (bytes[isLittle ? i : size - 1 - i] != filler)
            {
                L.Error($"{size}-byte integer does not fit into Lua Integer");
                return false;
            }
        }

        return true;
    }
}
